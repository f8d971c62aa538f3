package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.notification.testing.StubSmtp;
import dev.switchboard.notification.transport.Delivery;
import dev.switchboard.notification.transport.MailTransport;
import dev.switchboard.notification.transport.SmtpReply;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestClock;
import dev.switchboard.platform.testing.TestSmtp;
import dev.switchboard.platform.testing.TestTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class MailDeliveryTest {
  private static final Duration LEASE = Duration.ofMinutes(4);

  @Autowired private TestTopics topics;
  @Autowired private TestClock testClock;
  @Autowired private MailTables tables;
  @Autowired private MailDispatcher dispatcher;
  @Autowired private MailRepository mails;
  @Autowired private ComposeMail composeMail;
  @Autowired private MailTransport transport;
  @Autowired private SendMail sendMail;
  @Autowired private RecordDelivery recordDelivery;
  @Autowired private MailProperties properties;
  @Autowired private MailSignal signal;
  @Autowired private Clock clock;
  @Autowired private PlatformTransactionManager transactions;

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
  @DisplayName("J2 mails wait while the server is down and go out soon after it is back")
  void serverDownThenUp() {
    List<TestMail> invitations = Stream.generate(TestMail::invitation).limit(20).toList();
    TestSmtp.server().stop();

    invitations.forEach(invitation -> invitation.ask(topics));
    tables.awaitState(invitations, "QUEUED");
    await()
        .pollDelay(Duration.ofSeconds(4))
        .untilAsserted(() ->
            assertThat(invitations)
                .allSatisfy(each ->
                    assertThat(tables.mail(each.mailId()).get("state")).isEqualTo("QUEUED")));
    int tries = invitations.stream().mapToInt(each -> tables.attempts(each.mailId()).size()).sum();
    assertThat(tries).as("tries during the outage").isBetween(0, 10);
    TestSmtp.server().start();

    assertThat(invitations)
        .allSatisfy(each ->
            assertThat(TestMailbox.awaitOne(each.email(), Duration.ofSeconds(8)).messageId())
                .isEqualTo("<" + each.mailId() + "@switchboard.example>"));
    tables.awaitState(invitations, "SENT");
  }

  @Test
  @DisplayName("J2 a recipient refused for good fails at once, with the reason and the answer kept")
  void permanentRefusalFailsAtOnce() {
    TestSmtp.server().stop();
    try (StubSmtp _ = new StubSmtp(TestSmtp.port(), Map.of("RCPT", "550 5.1.1 no such mailbox"))) {
      TestMail invitation = TestMail.invitation();

      invitation.ask(topics);

      TestTopics.Event failed = invitation.await(topics, "mail.failed");
      assertThat(failed.data().path("reason").asString()).isEqualTo("RECIPIENT_REFUSED");
      assertThat(failed.data().path("attempts").asInt()).isEqualTo(1);
      assertThat(failed.data().path("version").asInt()).isEqualTo(2);
      assertThat(tables.sealedTokenOf(invitation.mailId())).isNull();
      assertThat(tables.attempts(invitation.mailId()).getFirst())
          .containsEntry("outcome", "REFUSED")
          .containsEntry("reply_code", 550)
          .containsEntry("reply_text", "550 5.1.1 no such mailbox");
    }
  }

  @Test
  @DisplayName("J2 a recipient refused for now is tried again later, and told as queued meanwhile")
  void temporaryRefusalIsRetried() {
    TestSmtp.server().stop();
    try (StubSmtp stub = new StubSmtp(TestSmtp.port(), Map.of("RCPT", "451 4.7.1 greylisted"))) {
      TestMail invitation = TestMail.invitation();
      invitation.ask(topics);
      awaitAttempts(invitation, 1);
      stub.answer("RCPT", "250 ok");

      testClock.advance(Duration.ofSeconds(5));

      TestTopics.Event sent = invitation.await(topics, "mail.sent");
      assertThat(sent.data().path("version").asInt()).isEqualTo(3);
      assertThat(sent.data().path("attempts").asInt()).isEqualTo(2);
      assertThat(invitation.events(topics))
          .extracting(TestTopics.Event::type)
          .containsExactly("mail.queued", "mail.queued", "mail.sent");
    }
  }

  @Test
  @DisplayName("J2 a mail that no server takes within 24 h fails as expired")
  void failsAfterADay() {
    TestSmtp.server().stop();
    try (StubSmtp _ = new StubSmtp(TestSmtp.port(), Map.of("RCPT", "451 4.7.1 not now"))) {
      TestMail invitation = TestMail.invitation();
      invitation.ask(topics);
      awaitAttempts(invitation, 1);

      testClock.advance(Duration.ofHours(23));
      awaitAttempts(invitation, 2);
      assertThat(tables.mail(invitation.mailId())).containsEntry("state", "QUEUED");
      testClock.advance(Duration.ofHours(1));

      TestTopics.Event failed = invitation.await(topics, "mail.failed");
      assertThat(failed.data().path("reason").asString()).isEqualTo("EXPIRED");
      assertThat(tables.sealedTokenOf(invitation.mailId())).isNull();
    }
  }

  @Test
  @DisplayName("J2 a mail expires even when the server is down all the time")
  void failsAfterADayOfOutage() {
    TestSmtp.server().stop();
    TestMail invitation = TestMail.invitation();
    invitation.ask(topics);
    invitation.await(topics, "mail.queued");

    testClock.advance(Duration.ofHours(24));

    assertThat(invitation.await(topics, "mail.failed").data().path("reason").asString())
        .isEqualTo("EXPIRED");
  }

  @Test
  @DisplayName("I7 a crash between the server's 250 and our update: same Message-ID, same link")
  void crashAfterAccepted() throws Exception {
    dispatcher.stop();
    TestMail invitation = TestMail.invitation();
    invitation.ask(topics);
    Mail claimed = claim(invitation, "another-instance");
    assertThat(transport.deliver(composeMail.handle(claimed)))
        .isInstanceOf(Delivery.Accepted.class);
    tables.endLease(invitation.mailId());

    dispatcher.start();

    invitation.await(topics, "mail.sent");
    List<TestMailbox.Mail> copies = TestMailbox.of(invitation.email());
    assertThat(copies).hasSize(2);
    assertThat(copies)
        .extracting(TestMailbox.Mail::messageId)
        .containsOnly("<" + invitation.mailId() + "@switchboard.example>");
    assertThat(copies)
        .allSatisfy(copy -> assertThat(copy.text()).contains("/join#" + invitation.token()));
    assertThat(invitation.events(topics)).hasSize(2);
  }

  @Test
  @DisplayName("J2 a mail that another instance sends is left alone until its lease is over")
  void leaseIsRespected() {
    dispatcher.stop();
    TestMail invitation = TestMail.invitation();
    invitation.ask(topics);
    claim(invitation, "another-instance");
    dispatcher.start();
    invitation.awaitHandled(topics);
    assertThat(TestMailbox.of(invitation.email())).isEmpty();

    tables.endLease(invitation.mailId());

    TestMailbox.awaitOne(invitation.email());
  }

  @Test
  @DisplayName("An instance that was killed takes up its own mails at once when it is back")
  void ownClaimsAreReleasedAtStart() {
    dispatcher.stop();
    TestMail invitation = TestMail.invitation();
    invitation.ask(topics);
    claim(invitation, "0");

    dispatcher.start();

    TestMailbox.awaitOne(invitation.email(), Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("J2 when two tries of one mail end, success counts and late failures do not")
  void lateResults() {
    dispatcher.stop();
    TestMail invitation = TestMail.invitation();
    invitation.ask(topics);
    Mail claimed = claim(invitation, "slow");
    SmtpReply reply = new SmtpReply(250, "ok");

    assertThat(
            recordDelivery.handle(claimed, new Delivery.Deferred("MESSAGE_DEFERRED", reply, false)))
        .isTrue();
    assertThat(recordDelivery.handle(claimed, new Delivery.Refused("RECIPIENT_REFUSED", reply)))
        .isFalse();
    assertThat(recordDelivery.handle(claimed, new Delivery.Accepted(reply))).isTrue();
    assertThat(recordDelivery.handle(claimed, new Delivery.Accepted(reply))).isFalse();

    assertThat(tables.mail(invitation.mailId()))
        .containsEntry("state", "SENT")
        .containsEntry("version", 3L);
  }

  @Test
  @DisplayName("J2 two instances send 200 mails, each exactly once")
  void twoInstancesRace() {
    dispatcher.stop();
    List<TestMail> invitations = Stream.generate(TestMail::invitation).limit(200).toList();
    invitations.forEach(invitation -> invitation.ask(topics));
    tables.awaitState(invitations, "QUEUED");
    MailDispatcher first = instance("first");
    MailDispatcher second = instance("second");

    first.start();
    second.start();

    try {
      tables.awaitState(invitations, "SENT");
    } finally {
      first.stop();
      second.stop();
    }
    Map<String, Long> arrived = TestMailbox.counts();
    assertThat(invitations).allSatisfy(each -> assertThat(arrived).containsEntry(each.email(), 1L));
    assertThat(invitations)
        .allSatisfy(each -> assertThat(tables.attempts(each.mailId())).hasSize(1));
  }

  private MailDispatcher instance(String name) {
    return new MailDispatcher(
        name,
        mails,
        new TransactionTemplate(transactions),
        sendMail,
        recordDelivery,
        transport,
        new MailSignal(),
        properties,
        clock);
  }

  private Mail claim(TestMail invitation, String sender) {
    await().until(() -> tables.has(invitation.mailId()));
    List<Mail> claimed =
        Tenancy.asSystem(() ->
            new TransactionTemplate(transactions)
                .execute(status -> mails.claimDue(clock.instant(), 100, LEASE, sender)));
    return claimed.stream()
        .filter(mail -> mail.id().value().equals(invitation.mailId()))
        .findFirst()
        .orElseThrow();
  }

  private void awaitAttempts(TestMail invitation, int count) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> {
          signal.wake();
          return tables.attempts(invitation.mailId()).size() >= count;
        });
  }
}
