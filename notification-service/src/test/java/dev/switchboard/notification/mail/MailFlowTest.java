package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTopics;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class MailFlowTest {
  private static final String OTHER_KEY = "YW5vdGhlci1saW5rLWtleS0zMi1ieXRlcy1sb25nISE=";

  @Autowired private TestTopics topics;
  @Autowired private JsonMapper json;
  @Autowired private MailTables tables;

  @Test
  @DisplayName("J2 B2 a command leads to one mail and to mail.queued and mail.sent, in this order")
  void commandLeadsToOneMail() throws Exception {
    TestInvitation invitation = TestInvitation.random();

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

  @Test
  @DisplayName("J2 the same mail asked for twice is sent once, by the same event or another")
  void askedTwiceIsSentOnce() {
    TestInvitation invitation = TestInvitation.random();

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
    List<TestInvitation> invitations = Stream.generate(TestInvitation::random).limit(32).toList();

    invitations.parallelStream().forEach(invitation -> invitation.ask(topics));

    invitations.forEach(invitation -> TestMailbox.awaitOne(invitation.email()));
    invitations.forEach(invitation -> invitation.await(topics, "mail.sent"));
    assertThat(invitations).allSatisfy(each -> assertThat(TestMailbox.of(each.email())).hasSize(1));
  }

  @Test
  @DisplayName("J2 a link sealed with another key fails at once and says so; no endless loop")
  void wrongLinkKeyFails() {
    TestInvitation invitation = TestInvitation.sealedBy(new Seal(OTHER_KEY), RandomToken.next());

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
    TestInvitation invitation = TestInvitation.random().to(address);

    invitation.ask(topics);

    assertThat(invitation.await(topics, "mail.failed").data().path("reason").asString())
        .isEqualTo("RECIPIENT_INVALID");
    assertThat(TestMailbox.of("victim@inbox.example")).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("K1 every example of the command is understood")
  @ValueSource(strings = {"full", "minimal"})
  void examplesAreUnderstood(String name) throws IOException {
    TestInvitation like = TestInvitation.random();
    try (InputStream file =
        MailFlowTest.class.getResourceAsStream(
            "/contracts/events/mail.requested/examples/" + name + ".json")) {
      String example =
          json.readTree(Objects.requireNonNull(file))
              .toString()
              .replace("01998f52-1b90-7d40-8000-4c1f0a9be008", like.mailId().toString())
              .replace("01998f52-1a40-7b20-8000-4c1f0a9be003", like.user())
              .replace("01998f3a-6c00-7a10-8000-4c1f0a9be001", like.accountId().toString());

      topics.send(
          MailRequests.TOPIC,
          like.user(),
          MailRequests.TYPE,
          like.accountId(),
          json.readTree(example));
    }

    like.await(topics, "mail.queued");
    assertThat(like.await(topics, "mail.failed").data().path("reason").asString())
        .isEqualTo("LINK_UNREADABLE");
  }

  @Test
  @DisplayName("A command for another account than its event's is a dead letter; others go on")
  void foreignAccountIsDeadLetter() {
    TestInvitation invitation = TestInvitation.random();
    TestInvitation other = TestInvitation.random();

    topics.send(
        MailRequests.TOPIC,
        invitation.user(),
        MailRequests.TYPE,
        other.accountId(),
        invitation.data());
    other.ask(topics);

    TestMailbox.awaitOne(other.email());
    topics.await(
        MailRequests.TOPIC + ".notification-service.dlt", invitation.user(), MailRequests.TYPE);
    assertThat(TestMailbox.of(invitation.email())).isEmpty();
  }

  @Test
  @DisplayName("A6 a mail is invisible to a transaction that works for another account")
  void otherAccountsSeeNothing() {
    TestInvitation invitation = TestInvitation.random();
    invitation.ask(topics);
    invitation.await(topics, "mail.sent");

    assertThat(tables.mailsSeenBy(invitation.accountId())).isEqualTo(1);
    assertThat(tables.mailsSeenBy(UUID.randomUUID())).isZero();
    assertThat(tables.attemptsSeenBy(invitation.accountId())).isEqualTo(1);
    assertThat(tables.attemptsSeenBy(UUID.randomUUID())).isZero();
  }
}
