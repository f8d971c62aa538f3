package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTopics;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MailFlowTest {
  private static final String OTHER_KEY = "YW5vdGhlci1saW5rLWtleS0zMi1ieXRlcy1sb25nISE=";

  @Autowired private TestTopics topics;
  @Autowired private MailTables tables;

  @Test
  @DisplayName("J2 B2 a command leads to one mail and to mail.queued and mail.sent, in this order")
  void commandLeadsToOneMail() throws Exception {
    TestMail invitation = TestMail.invitation();

    invitation.ask(topics);

    TestMailbox.Mail mail = TestMailbox.awaitOne(invitation.email());
    assertThat(mail.text()).contains("http://localhost:8080/join#" + invitation.token());
    assertThat(mail.messageId()).isEqualTo("<" + invitation.mailId() + "@switchboard.example>");
    invitation.await(topics, "mail.sent");
    List<TestTopics.Event> events = invitation.events(topics);
    assertThat(events)
        .extracting(TestTopics.Event::type)
        .containsExactly("mail.queued", "mail.sent");
    assertThat(events)
        .extracting(event -> event.data().path("version").asInt())
        .containsExactly(1, 2);
    assertThat(events.getLast().data().path("attempts").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @DisplayName("J1 J2 each mail goes out once, with its link where it has one, and is told as sent")
  @ValueSource(
      strings = {
        "invitation",
        "password-reset",
        "password-changed",
        "admin-changed",
        "new-sign-in",
        "two-step-changed",
        "forwarding-changed",
        "statement-issued",
        "payment-failed",
        "account-past-due"
      })
  void everyTemplateGoesOut(String template) {
    TestMail asked = TestMail.of(template);

    asked.ask(topics);
    asked.ask(topics);
    asked.awaitHandled(topics);

    TestMailbox.Mail mail = TestMailbox.awaitOne(asked.email());
    String path =
        switch (template) {
          case "invitation" -> "join#" + asked.token();
          case "password-reset" -> "reset#" + asked.token();
          case "statement-issued" -> "billing/statements/" + TestMail.STATEMENT;
          case "payment-failed", "account-past-due" -> "billing";
          default -> "";
        };
    assertThat(mail.text().lines()).contains("http://localhost:8080/" + path, "Hello José,");
    assertThat(mail.html()).contains("href=\"http://localhost:8080/" + path + "\"");
    TestTopics.Event sent = asked.await(topics, "mail.sent");
    assertThat(sent.data().path("template").asString()).isEqualTo(template);
    assertThat(asked.events(topics))
        .extracting(event -> event.data().path("version").asInt())
        .containsExactly(1, 2);
  }

  @Test
  @DisplayName("J1 the mail speaks the recipient's language and tells times in his time zone")
  void speaksTheRecipientsLanguage() {
    TestMail asked = TestMail.notice();

    asked.askIn(topics, "es-CO", "America/Bogota");

    TestMailbox.Mail mail = TestMailbox.awaitOne(asked.email());
    assertThat(mail.subject()).isEqualTo("Se ha cambiado tu contraseña de Switchboard");
    assertThat(mail.text()).contains("miércoles 9 de diciembre de 2026, 9:29 UTC-5");
  }

  @Test
  @DisplayName("J2 the same mail asked for twice is sent once, by the same event or another")
  void askedTwiceIsSentOnce() {
    TestMail invitation = TestMail.invitation();

    UUID event = invitation.ask(topics);
    invitation.ask(topics);
    invitation.askAgain(topics, event);
    invitation.awaitHandled(topics);

    invitation.await(topics, "mail.sent");
    assertThat(invitation.events(topics)).hasSize(2);
    assertThat(TestMailbox.of(invitation.email())).hasSize(1);
  }

  @Test
  @DisplayName("I7 32 mails asked for at once are 32 mails, one each")
  void manyAtOnce() {
    List<TestMail> invitations = Stream.generate(TestMail::invitation).limit(32).toList();

    invitations.parallelStream().forEach(invitation -> invitation.ask(topics));

    invitations.forEach(invitation -> TestMailbox.awaitOne(invitation.email()));
    invitations.forEach(invitation -> invitation.await(topics, "mail.sent"));
    assertThat(invitations).allSatisfy(each -> assertThat(TestMailbox.of(each.email())).hasSize(1));
  }

  @Test
  @DisplayName("J2 a link sealed with another key fails at once and says so; no endless loop")
  void wrongLinkKeyFails() {
    TestMail invitation = TestMail.invitation().sealedBy(new Seal(OTHER_KEY));

    invitation.ask(topics);

    TestTopics.Event failed = invitation.await(topics, "mail.failed");
    assertThat(failed.data().path("reason").asString()).isEqualTo("LINK_UNREADABLE");
    assertThat(failed.data().path("state").asString()).isEqualTo("FAILED");
    assertThat(TestMailbox.of(invitation.email())).isEmpty();
    assertThat(tables.sealedTokenOf(invitation.mailId())).isNull();
  }

  @ParameterizedTest
  @DisplayName("J2 what is no mail address fails at once and reaches nobody")
  @ValueSource(
      strings = {
        "somebody<victim@inbox.example>",
        "first,second@inbox.example",
        "josé@inbox.example",
        "a..b@inbox.example>",
        "x@in_box..example"
      })
  void badAddressFails(String address) {
    TestMail invitation = TestMail.invitation().to(address);

    invitation.ask(topics);

    assertThat(invitation.await(topics, "mail.failed").data().path("reason").asString())
        .isEqualTo("RECIPIENT_INVALID");
    assertThat(TestMailbox.of("victim@inbox.example")).isEmpty();
  }

  @Test
  @DisplayName("A6 a mail is invisible to a transaction that works for another account")
  void otherAccountsSeeNothing() {
    TestMail invitation = TestMail.invitation();
    invitation.ask(topics);
    invitation.await(topics, "mail.sent");

    assertThat(tables.mailsSeenBy(invitation.accountId())).isEqualTo(1);
    assertThat(tables.mailsSeenBy(UUID.randomUUID())).isZero();
    assertThat(tables.attemptsSeenBy(invitation.accountId())).isEqualTo(1);
    assertThat(tables.attemptsSeenBy(UUID.randomUUID())).isZero();
  }
}
