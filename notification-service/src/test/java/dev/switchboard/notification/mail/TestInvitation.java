package dev.switchboard.notification.mail;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An invitation mail as user-service asks for it, to an address of its own. */
record TestInvitation(
    UUID mailId, UUID accountId, UUID userId, String email, String token, String sealedToken) {
  private static final Seal SEAL = new Seal("bGluay1rZXktZm9yLXRlc3RzLW9ubHktMzItYnl0ZXM=");

  static TestInvitation random() {
    String token = RandomToken.next();
    return sealedBy(SEAL, token);
  }

  static TestInvitation sealedBy(Seal seal, String token) {
    UUID user = Ids.next();
    return new TestInvitation(
        Ids.next(), Ids.next(), user, user + "@inbox.example", token, seal.seal(token));
  }

  TestInvitation to(String address) {
    return new TestInvitation(mailId, accountId, userId, address, token, sealedToken);
  }

  /** A further mail to the same person. */
  TestInvitation again() {
    String next = RandomToken.next();
    return new TestInvitation(Ids.next(), accountId, userId, email, next, SEAL.seal(next));
  }

  String user() {
    return userId.toString();
  }

  UUID ask(TestTopics topics) {
    return topics.send(MailRequests.TOPIC, user(), MailRequests.TYPE, accountId, data());
  }

  void askAgain(TestTopics topics, UUID event) {
    topics.send(MailRequests.TOPIC, user(), MailRequests.TYPE, accountId, data(), event);
  }

  /** Waits for the first event of this type about this mail. */
  TestTopics.Event await(TestTopics topics, String type) {
    return topics.await(
        MailPublisher.TOPIC, user(), event -> event.type().equals(type) && isMine(event));
  }

  /** All events about this mail so far. */
  List<TestTopics.Event> events(TestTopics topics) {
    return topics.all(MailPublisher.TOPIC, user()).stream().filter(this::isMine).toList();
  }

  private boolean isMine(TestTopics.Event event) {
    return event.data().path("mailId").asString().equals(mailId.toString());
  }

  /** Waits until the commands of this person so far have been handled: a further mail is sent. */
  void awaitHandled(TestTopics topics) {
    TestInvitation last =
        new TestInvitation(Ids.next(), accountId, userId, "last-" + email, token, SEAL.seal(token));
    last.ask(topics);
    TestMailbox.awaitOne(last.email());
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("mailId", mailId.toString());
    data.put("template", "invitation");
    data.put(
        "to",
        Map.of(
            "userId",
            user(),
            "accountId",
            accountId.toString(),
            "email",
            email,
            "name",
            "José Okafor"));
    data.put("language", "en");
    data.put(
        "model",
        Map.of(
            "firstName", "José",
            "inviterName", "Ada Ngata",
            "companyName", "Harbor Light Books",
            "expiresAt", "2026-12-09T14:29:00Z"));
    data.put("sealedToken", sealedToken);
    return data;
  }
}
