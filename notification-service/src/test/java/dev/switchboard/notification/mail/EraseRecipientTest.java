package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.notification.testing.StubSmtp;
import dev.switchboard.notification.transport.Delivery;
import dev.switchboard.notification.transport.SmtpReply;
import dev.switchboard.platform.inbox.Inbox;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestClock;
import dev.switchboard.platform.testing.TestSmtp;
import dev.switchboard.platform.testing.TestTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** D6: what is left of a former recipient after the erasure, and what is not sent to him. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class EraseRecipientTest {
  @Autowired private TestTopics topics;
  @Autowired private TestClock testClock;
  @Autowired private MailTables tables;
  @Autowired private MailDispatcher dispatcher;
  @Autowired private MailSignal signal;
  @Autowired private RecordDelivery recordDelivery;
  @Autowired private Inbox inbox;

  @AfterEach
  void everythingRunsAgain() {
    testClock.reset();
    if (!TestSmtp.server().isRunning()) {
      TestSmtp.server().start();
    }
    if (!dispatcher.isRunning()) {
      dispatcher.start();
    }
  }

  @Test
  @DisplayName("D6 address, name and content of what was sent are gone; that it was sent stays")
  void sentMailsAreErased() {
    TestMail first = someone("invitation");
    TestMail second = first.again();
    first.ask(topics);
    second.ask(topics);
    first.await(topics, "mail.sent");
    second.await(topics, "mail.sent");

    awaitTakenIn(first.erase(topics));

    requireForgotten(first);
    assertThat(tables.mail(first.mailId()))
        .containsEntry("state", "SENT")
        .containsEntry("recipient_email", first.user() + "@erased.invalid")
        .containsEntry("recipient_name", "Deleted user")
        .containsEntry("version", 2L);
    assertThat(first.events(topics)).hasSize(2);
    assertThat(tables.attempts(first.mailId()).getFirst()).containsEntry("outcome", "ACCEPTED");
  }

  @Test
  @DisplayName(
      "D6 a mail that still waits fails as RECIPIENT_ERASED, with its secret, and is not sent")
  void waitingMailFails(CapturedOutput output) {
    TestMail invitation = someone("password-reset");
    TestSmtp.server().stop();
    String quotes = "451 4.7.1 <" + invitation.email() + "> greylisted";
    try (StubSmtp stub = new StubSmtp(TestSmtp.port(), Map.of("RCPT", quotes))) {
      invitation.ask(topics);
      await().until(() -> tables.attempts(invitation.mailId()).size() == 1);
      assertThat(tables.columnsWith(invitation.email()))
          .containsExactlyInAnyOrder("mail.recipient_email", "attempt.reply_text");
      stub.answer("RCPT", "250 ok");

      invitation.erase(topics);

      TestTopics.Event failed = invitation.await(topics, "mail.failed");
      assertThat(failed.data().path("reason").asString()).isEqualTo("RECIPIENT_ERASED");
      assertThat(failed.data().path("attempts").asInt()).isEqualTo(1);
      assertThat(failed.data().path("version").asInt()).isEqualTo(3);
      assertThat(tables.sealedTokenOf(invitation.mailId())).isNull();
      assertThat(tables.attempts(invitation.mailId()).getFirst())
          .containsEntry("reply_code", 451)
          .containsEntry("reply_text", "(erased)");
      testClock.advance(Duration.ofHours(1));
      signal.wake();
      TestMail other = TestMail.notice();
      other.ask(topics);
      other.await(topics, "mail.sent");
    }
    requireForgotten(invitation);
    assertThat(tables.attempts(invitation.mailId())).hasSize(1);
    assertThat(output.getAll()).doesNotContain(invitation.email(), invitation.name());
  }

  @Test
  @DisplayName("D6 asked twice, by the same event or another, or before any mail: no error")
  void twiceAndBeforeAnyMail() {
    TestMail nobody = someone("invitation");

    UUID event = nobody.erase(topics);
    topics.send(
        MailCommands.TOPIC,
        nobody.user(),
        ErasureRequests.TYPE,
        nobody.accountId(),
        nobody.erasure(),
        event);
    awaitTakenIn(nobody.erase(topics));

    assertThat(inbox.contains(event)).isTrue();
    assertThat(tables.deadLettersOf(nobody.user())).isEmpty();
    assertThat(topics.all(MailPublisher.TOPIC, nobody.user())).isEmpty();
  }

  @Test
  @DisplayName("D6 a mail asked for after the erasure is not sent, fails at once and keeps nothing")
  void lateMailIsNotSent(CapturedOutput output) {
    TestMail late = someone("password-reset");
    late.erase(topics);

    UUID event = late.ask(topics);
    late.ask(topics);
    late.askAgain(topics, event);

    TestTopics.Event failed = late.await(topics, "mail.failed");
    assertThat(failed.data().path("reason").asString()).isEqualTo("RECIPIENT_ERASED");
    assertThat(failed.data().path("version").asInt()).isEqualTo(1);
    assertThat(failed.data().path("attempts").asInt()).isZero();
    awaitTakenIn(late.again().ask(topics));
    assertThat(late.events(topics)).hasSize(1);
    assertThat(TestMailbox.of(late.email())).isEmpty();
    assertThat(tables.sealedTokenOf(late.mailId())).isNull();
    requireForgotten(late);
    assertThat(output.getAll()).doesNotContain(late.email(), late.name());
  }

  @Test
  @DisplayName("D6 a try that was under way at the erasure changes nothing; its answer is not kept")
  void tryUnderWay() {
    dispatcher.stop();
    TestMail invitation = someone("invitation");
    invitation.ask(topics);
    await().until(() -> tables.has(invitation.mailId()));
    Mail claimed = tables.claim(invitation.mailId());

    awaitTakenIn(invitation.erase(topics));

    SmtpReply quotes = new SmtpReply(550, "no mailbox " + invitation.email());
    assertThat(
            recordDelivery.handle(
                claimed, new Delivery.Deferred("MESSAGE_DEFERRED", quotes, false)))
        .isFalse();
    assertThat(recordDelivery.handle(claimed, new Delivery.Refused("RECIPIENT_REFUSED", quotes)))
        .isFalse();
    assertThat(recordDelivery.handle(claimed, new Delivery.Accepted(quotes))).isFalse();
    assertThat(tables.mail(invitation.mailId()))
        .containsEntry("state", "FAILED")
        .containsEntry("reason", "RECIPIENT_ERASED")
        .containsEntry("version", 2L);
    assertThat(tables.attempts(invitation.mailId())).isEmpty();
    requireForgotten(invitation);
  }

  @Test
  @DisplayName("D6 A6 colleagues keep their mails; the erasure is invisible to other accounts")
  void othersAreUntouched() {
    TestMail leaver = someone("invitation");
    TestMail colleague = leaver.toColleague();
    leaver.ask(topics);
    colleague.ask(topics);
    leaver.await(topics, "mail.sent");
    colleague.await(topics, "mail.sent");

    awaitTakenIn(leaver.erase(topics));

    assertThat(tables.mail(colleague.mailId())).containsEntry("recipient_email", colleague.email());
    assertThat(tables.attempts(colleague.mailId()).getFirst().get("reply_text"))
        .isNotEqualTo("(erased)");
    assertThat(tables.erasedSeenBy(leaver.accountId())).isEqualTo(1);
    assertThat(tables.erasedSeenBy(UUID.randomUUID())).isZero();
  }

  /** Somebody whose name nobody else has. */
  private static TestMail someone(String template) {
    return TestMail.of(template).named("Wanda " + UUID.randomUUID());
  }

  private void requireForgotten(TestMail mail) {
    assertThat(List.of(mail.email(), mail.name()))
        .allSatisfy(each -> assertThat(tables.columnsWith(each)).isEmpty());
  }

  private void awaitTakenIn(UUID event) {
    await().atMost(Duration.ofSeconds(15)).until(() -> inbox.contains(event));
  }
}
