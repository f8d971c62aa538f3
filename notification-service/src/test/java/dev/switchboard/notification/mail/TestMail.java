package dev.switchboard.notification.mail;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as user-service asks for it, to an address of its own.
 *
 * @param token the secret of its link; null for mails without one
 */
record TestMail(
    UUID mailId,
    UUID accountId,
    UUID userId,
    String email,
    String name,
    String template,
    Map<String, Object> model,
    @Nullable String token,
    @Nullable String sealedToken) {
  private static final Seal SEAL = new Seal("bGluay1rZXktZm9yLXRlc3RzLW9ubHktMzItYnl0ZXM=");
  private static final String WHEN = "2026-12-09T14:29:00Z";

  static final String STATEMENT = "01998f60-2c00-7e10-8000-4c1f0a9be020";

  /** The model of each template (contracts/events/mail.requested). */
  static final Map<String, Map<String, Object>> MODELS =
      Map.ofEntries(
          Map.entry("invitation", Map.of("inviterName", "Ada Ngata", "expiresAt", WHEN)),
          Map.entry("password-reset", Map.of("requestedBy", "Ada Ngata", "expiresAt", WHEN)),
          Map.entry("password-changed", Map.of("changedAt", WHEN)),
          Map.entry(
              "admin-changed",
              Map.of("adminName", "Ada Ngata", "isAdmin", false, "changedAt", WHEN)),
          Map.entry(
              "new-sign-in",
              Map.of(
                  "device", "Firefox on Windows", "ipAddress", "203.0.113.7", "signedInAt", WHEN)),
          Map.entry("two-step-changed", Map.of("isOn", true, "changedAt", WHEN)),
          Map.entry("forwarding-changed", Map.of("number", "+12125550187", "changedAt", WHEN)),
          Map.entry(
              "statement-issued",
              Map.of(
                  "statementId",
                  STATEMENT,
                  "from",
                  "2026-11-02",
                  "to",
                  "2026-12-01",
                  "total",
                  usd(8994),
                  "due",
                  usd(8494),
                  "card",
                  Map.of("brand", "Visa", "lastFour", "4242"),
                  "payBy",
                  WHEN)),
          Map.entry(
              "payment-failed",
              Map.of(
                  "statementId",
                  STATEMENT,
                  "due",
                  usd(8494),
                  "card",
                  Map.of("brand", "Visa", "lastFour", "4242"),
                  "reason",
                  "CARD_DECLINED",
                  "nextTryAt",
                  WHEN,
                  "payBy",
                  WHEN)),
          Map.entry("account-past-due", Map.of("due", usd(17488), "since", WHEN)));

  private static Map<String, Object> usd(long cents) {
    return Map.of("amountCents", cents, "currency", "USD");
  }

  static TestMail invitation() {
    return of("invitation");
  }

  /** A mail without a link. */
  static TestMail notice() {
    return of("password-changed");
  }

  static TestMail of(String template) {
    UUID user = Ids.next();
    Map<String, Object> model = new LinkedHashMap<>(MODELS.get(template));
    model.put("firstName", "José");
    model.put("companyName", "Harbor Light Books");
    return new TestMail(
            Ids.next(),
            Ids.next(),
            user,
            user + "@inbox.example",
            "José Okafor",
            template,
            Map.copyOf(model),
            null,
            null)
        .sealedBy(SEAL);
  }

  TestMail sealedBy(Seal seal) {
    if (!template.equals("invitation") && !template.equals("password-reset")) {
      return this;
    }
    String next = RandomToken.next();
    return new TestMail(
        mailId, accountId, userId, email, name, template, model, next, seal.seal(next));
  }

  TestMail to(String address) {
    return new TestMail(
        mailId, accountId, userId, address, name, template, model, token, sealedToken);
  }

  /** To somebody of this name. */
  TestMail named(String other) {
    Map<String, Object> shown = new LinkedHashMap<>(model);
    shown.put("firstName", other);
    return new TestMail(
        mailId, accountId, userId, email, other, template, shown, token, sealedToken);
  }

  TestMail showing(Map<String, Object> other) {
    return new TestMail(
        mailId, accountId, userId, email, name, template, other, token, sealedToken);
  }

  /** A further mail to the same person. */
  TestMail again() {
    return new TestMail(Ids.next(), accountId, userId, email, name, template, model, null, null)
        .sealedBy(SEAL);
  }

  /** To a colleague. */
  TestMail toColleague() {
    UUID colleague = Ids.next();
    return new TestMail(
            Ids.next(),
            accountId,
            colleague,
            colleague + "@inbox.example",
            name,
            template,
            model,
            null,
            null)
        .sealedBy(SEAL);
  }

  String user() {
    return userId.toString();
  }

  UUID ask(TestTopics topics) {
    return topics.send(MailCommands.TOPIC, user(), MailRequests.TYPE, accountId, data());
  }

  void askAgain(TestTopics topics, UUID event) {
    topics.send(MailCommands.TOPIC, user(), MailRequests.TYPE, accountId, data(), event);
  }

  /** Asks for it in this language, with times of this zone. */
  void askIn(TestTopics topics, String language, String timeZone) {
    Map<String, Object> data = data();
    Map<String, Object> to = new LinkedHashMap<>(recipient());
    to.put("timeZone", timeZone);
    data.put("to", to);
    data.put("language", language);
    topics.send(MailCommands.TOPIC, user(), MailRequests.TYPE, accountId, data);
  }

  /** Asks to forget this person. */
  UUID erase(TestTopics topics) {
    return topics.send(MailCommands.TOPIC, user(), ErasureRequests.TYPE, accountId, erasure());
  }

  Map<String, Object> erasure() {
    return Map.of("to", Map.of("userId", user(), "accountId", accountId.toString()));
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
    TestMail last = again().to("last-" + email);
    last.ask(topics);
    TestMailbox.awaitOne(last.email());
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("mailId", mailId.toString());
    data.put("template", template);
    data.put("to", recipient());
    data.put("language", "en");
    data.put("model", model);
    if (sealedToken != null) {
      data.put("sealedToken", sealedToken);
    }
    return data;
  }

  private Map<String, Object> recipient() {
    return Map.of(
        "userId", user(), "accountId", accountId.toString(), "email", email, "name", name);
  }
}
