package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestSmtp;
import dev.switchboard.platform.testing.TestTopics;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** D6: when a user's data are erased, his mails tell nothing of him any more. */
@ServiceTest
class ForgetRecipientTest {
  @Autowired private TestTopics topics;
  @Autowired private MailTables tables;

  @AfterEach
  void serverRuns() {
    if (!TestSmtp.server().isRunning()) {
      TestSmtp.server().start();
    }
  }

  @Test
  @DisplayName("D6 address, name and content of sent mails are overwritten; twice is no error")
  void sentMailIsForgotten() {
    TestInvitation invitation = TestInvitation.random();
    invitation.ask(topics);
    invitation.await(topics, "mail.sent");

    forget(invitation);
    forget(invitation);

    await().until(() -> tables.columnsWith(invitation.email()).isEmpty());
    assertThat(tables.mail(invitation.mailId()))
        .containsEntry("recipient_name", "erased")
        .containsEntry("state", "SENT");
    assertThat(invitation.events(topics)).extracting(TestTopics.Event::type).endsWith("mail.sent");
  }

  @Test
  @DisplayName("D6 a mail that waits is not sent any more, and that is told")
  void waitingMailIsGivenUp() {
    TestSmtp.server().stop();
    TestInvitation invitation = TestInvitation.random();
    invitation.ask(topics);
    invitation.await(topics, "mail.queued");

    forget(invitation);

    TestTopics.Event failed = invitation.await(topics, "mail.failed");
    assertThat(failed.data().path("reason").asString()).isEqualTo("RECIPIENT_ERASED");
    await().until(() -> tables.columnsWith(invitation.email()).isEmpty());
    TestSmtp.server().start();
    assertThat(TestMailbox.of(invitation.email())).isEmpty();
  }

  @Test
  @DisplayName("D6 what is asked for after the erasure is not sent")
  void laterMailIsNotSent() {
    TestInvitation invitation = TestInvitation.random();
    forget(invitation);

    invitation.ask(topics);
    TestInvitation other = TestInvitation.random();
    other.ask(topics);
    other.await(topics, "mail.sent");

    await().during(java.time.Duration.ofMillis(500)).until(() -> !tables.has(invitation.mailId()));
    assertThat(TestMailbox.of(invitation.email())).isEmpty();
  }

  private void forget(TestInvitation invitation) {
    topics.send(
        MailRequests.TOPIC,
        invitation.user(),
        ForgetRecipient.TYPE,
        invitation.accountId(),
        Map.of("to", Map.of("userId", invitation.user(), "accountId", invitation.accountId())));
  }
}
