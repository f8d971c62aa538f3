package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.notification.testing.StubSmtp;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestSmtp;
import dev.switchboard.platform.testing.TestTopics;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class MailSecretsTest {
  @Autowired private TestTopics topics;
  @Autowired private MailTables tables;

  @ParameterizedTest
  @ValueSource(strings = {"invitation", "password-reset"})
  @DisplayName("I16 the link's secret is in the mail and nowhere else: no table, event or log")
  void secretIsOnlyInTheMail(String template, CapturedOutput output) {
    TestMail invitation = TestMail.of(template);

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
    TestMail invitation = TestMail.invitation();
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

  @Test
  @DisplayName("I16 a mail without a link has no secret to keep, from its beginning")
  void noticeHasNoSecret() {
    TestMail notice = TestMail.notice();

    notice.ask(topics);
    notice.await(topics, "mail.sent");

    assertThat(tables.sealedTokenOf(notice.mailId())).isNull();
    assertThat(TestMailbox.awaitOne(notice.email()).html()).doesNotContain("/join", "/reset");
  }

  private void requireHidden(TestMail invitation, CapturedOutput output) {
    assertThat(tables.columnsWith(Objects.requireNonNull(invitation.token()))).isEmpty();
    assertThat(topics.all(MailPublisher.TOPIC, invitation.user()).toString())
        .isNotEmpty()
        .doesNotContain(invitation.token(), invitation.sealedToken(), invitation.email());
    assertThat(output.getAll())
        .doesNotContain(invitation.token(), invitation.sealedToken(), invitation.email());
  }
}
