package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTopics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MailFlowTest {
  @Autowired private TestTopics topics;

  @Test
  @DisplayName("J2 B2 a command leads to one mail and to mail.queued and mail.sent, in this order")
  void commandLeadsToOneMail() throws Exception {
    TestInvitation invitation = TestInvitation.random();

    invitation.ask(topics);

    TestMailbox.Mail mail = TestMailbox.awaitOne(invitation.email());
    assertThat(mail.text()).contains("http://localhost:8080/join#" + invitation.token());
    topics.await(MailPublisher.TOPIC, invitation.user(), "mail.sent");
    List<TestTopics.Event> events = topics.all(MailPublisher.TOPIC, invitation.user());
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
  void askedTwiceIsSentOnce() throws Exception {
    TestInvitation invitation = TestInvitation.random();

    UUID event = invitation.ask(topics);
    invitation.ask(topics);
    topics.send(
        MailRequests.TOPIC,
        invitation.user(),
        MailRequests.TYPE,
        invitation.accountId(),
        invitation.data(),
        event);
    invitation.awaitHandled(topics);

    topics.await(MailPublisher.TOPIC, invitation.user(), "mail.sent");
    assertThat(topics.all(MailPublisher.TOPIC, invitation.user())).hasSize(2);
    assertThat(TestMailbox.of(invitation.email())).hasSize(1);
  }
}
