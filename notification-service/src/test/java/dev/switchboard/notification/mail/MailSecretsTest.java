package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.notification.testing.StubSmtp;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestSmtp;
import dev.switchboard.platform.testing.TestTopics;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class MailSecretsTest {
  @Autowired private TestTopics topics;
  @Autowired private MailTables tables;

  @Test
  @DisplayName("I16 the link's secret is in the mail and nowhere else: no table, event or log")
  void secretIsOnlyInTheMail(CapturedOutput output) {
    TestInvitation invitation = TestInvitation.random();

    invitation.ask(topics);
    invitation.await(topics, "mail.sent");

    assertThat(TestMailbox.awaitOne(invitation.email()).html()).contains(invitation.token());
    requireHidden(invitation, output);
    assertThat(tables.sealedTokenOf(invitation.mailId())).isNull();
    assertThat(tables.columnsWith(invitation.email())).containsExactly("mail.recipient_email");
  }

  @Test
  @DisplayName("I16 the secret stays hidden when the server quotes it in its refusal")
  void quotedSecretStaysHidden(CapturedOutput output) {
    TestInvitation invitation = TestInvitation.random();
    TestSmtp.server().stop();
    String reply = "554 5.7.1 spam: http://localhost:8080/join#" + invitation.token();
    try (StubSmtp _ = new StubSmtp(TestSmtp.port(), Map.of("DOT", reply))) {
      invitation.ask(topics);

      assertThat(invitation.await(topics, "mail.failed").data().path("reason").asString())
          .isEqualTo("MESSAGE_REFUSED");
    } finally {
      TestSmtp.server().start();
    }
    requireHidden(invitation, output);
    assertThat(tables.attempts(invitation.mailId()).getFirst().get("reply_text"))
        .isEqualTo("554 5.7.1 spam: http://localhost:8080/join#(hidden)");
  }

  private void requireHidden(TestInvitation invitation, CapturedOutput output) {
    assertThat(tables.columnsWith(invitation.token())).isEmpty();
    assertThat(topics.all(MailPublisher.TOPIC, invitation.user()).toString())
        .isNotEmpty()
        .doesNotContain(invitation.token(), invitation.sealedToken(), invitation.email());
    assertThat(output.getAll())
        .doesNotContain(invitation.token(), invitation.sealedToken(), invitation.email());
  }
}
