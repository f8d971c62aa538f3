package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/**
 * K1: a command that breaks its contract is a dead letter, tells nothing of it, and others go on.
 */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class PoisonTest {
  /** Stands in every text of a broken command, and must be in no log and no cause. */
  private static final String MARK = "Wanda Okonkwo";

  private static final Set<String> OPTIONAL = Set.of("requestedBy", "number", "card", "nextTryAt");

  @Autowired private TestTopics topics;
  @Autowired private MailTables tables;
  @Autowired private JsonMapper json;

  static Stream<Arguments> broken() {
    return Stream.concat(
        TestMail.MODELS.keySet().stream().sorted().flatMap(PoisonTest::brokenModels),
        Stream.of(
            arguments("invitation", "sealedToken", null, "INVITATION without a link"),
            arguments("invitation", "sealedToken", "", "INVITATION without a link"),
            arguments("password-reset", "sealedToken", null, "PASSWORD_RESET without a link"),
            arguments("password-changed", "sealedToken", MARK, "PASSWORD_CHANGED with a link"),
            arguments("new-sign-in", "sealedToken", MARK, "NEW_SIGN_IN with a link"),
            arguments("invitation", "template", MARK, "a template that does not exist"),
            arguments("invitation", "template", "Invitation", "a template that does not exist"),
            arguments("invitation", "template", "../invitation", "a template that does not exist"),
            arguments("invitation", "template", null, "without template"),
            arguments("invitation", "language", null, "without language"),
            arguments("invitation", "mailId", MARK, "can't be read"),
            arguments("invitation", "to", null, "without to"),
            arguments("invitation", "to", MARK, "can't be read"),
            arguments("admin-changed", "model.isAdmin", "true", "does not fit ADMIN_CHANGED"),
            arguments("admin-changed", "model.isAdmin", MARK, "does not fit ADMIN_CHANGED"),
            arguments("two-step-changed", "model.isOn", 1, "does not fit TWO_STEP_CHANGED"),
            arguments("forwarding-changed", "model.number", "", "without model.number"),
            arguments("forwarding-changed", "model.number", 7, "does not fit FORWARDING_CHANGED"),
            arguments(
                "statement-issued", "model.card", Map.of("brand", "Visa"), "without model.card"),
            arguments(
                "statement-issued", "model.due", Map.of("amountCents", 1), "without model.due"),
            arguments("statement-issued", "model.from", MARK, "does not fit STATEMENT_ISSUED"),
            arguments(
                "statement-issued",
                "model.total",
                Map.of("amountCents", 14.99, "currency", "USD"),
                "does not fit STATEMENT_ISSUED"),
            arguments(
                "statement-issued",
                "model.total",
                Map.of("amountCents", 1499, "currency", "dollars"),
                "does not fit STATEMENT_ISSUED"),
            arguments("payment-failed", "model.reason", "", "without model.reason"),
            arguments("payment-failed", "model.nextTryAt", MARK, "does not fit PAYMENT_FAILED"),
            arguments("account-past-due", "model.due", MARK, "does not fit ACCOUNT_PAST_DUE"),
            arguments("password-reset", "model.requestedBy", "", "without model.requestedBy"),
            arguments("password-reset", "model.requestedBy", 7, "does not fit PASSWORD_RESET"),
            arguments("new-sign-in", "model.signedInAt", MARK, "does not fit NEW_SIGN_IN")));
  }

  private static Stream<Arguments> brokenModels(String template) {
    String kind = MailKind.of(template).orElseThrow().name();
    return Stream.concat(
        Stream.of(
            arguments(template, "model", null, "without model"),
            arguments(template, "model", List.of(MARK), "does not fit " + kind),
            arguments(template, "model", MARK, "does not fit " + kind),
            arguments(template, "model.firstName", "", "without model.firstName"),
            arguments(template, "model.firstName", MARK + "\0", "does not fit " + kind),
            arguments(template, "model.firstName", List.of(MARK), "does not fit " + kind),
            arguments(template, "model.firstName", 5, "does not fit " + kind)),
        TestMail.of(template).model().keySet().stream()
            .filter(property -> !OPTIONAL.contains(property))
            .sorted()
            .map(property ->
                arguments(template, "model." + property, null, "without model." + property)));
  }

  @ParameterizedTest
  @DisplayName(
      "K1 what is missing or does not fit its template is a dead letter without its content")
  @MethodSource("broken")
  void isDeadLetter(
      String template, String where, @Nullable Object value, String cause, CapturedOutput output) {
    TestMail mail = TestMail.of(template).named(MARK);
    Map<String, Object> data =
        where.startsWith("model.")
            ? mail.showing(with(mail.model(), where.substring("model.".length()), value)).data()
            : with(mail.data(), where, value);

    sendRaw(mail, mail.accountId(), json.writeValueAsBytes(data));

    awaitDeadLetter(mail, cause);
    assertThat(tables.has(mail.mailId())).isFalse();
    assertThat(output.getAll()).contains(cause).doesNotContain(MARK, mail.email());
  }

  @ParameterizedTest
  @DisplayName("K1 a record that can't be read is a dead letter; the next key goes on")
  @CsvSource({
    "mail.requested, null",
    "mail.requested, []",
    "mail.requested, '{\"mailId\":\"Wanda Okonkwo\"}'",
    "mail.requested, '{\"Wanda Okonkwo\":'",
    "recipient.erasure-requested, null",
    "recipient.erasure-requested, []",
    "recipient.erasure-requested, {}",
    "recipient.erasure-requested, '{\"to\":{}}'",
    "recipient.erasure-requested, '{\"to\":\"Wanda Okonkwo\"}'",
    "recipient.erasure-requested, '{\"to\":{\"userId\":\"Wanda Okonkwo\"}}'"
  })
  void cannotBeRead(String type, String data, CapturedOutput output) {
    TestMail mail = TestMail.notice();
    TestMail next = TestMail.notice();

    send(type, mail.user(), mail.accountId(), data.getBytes(StandardCharsets.UTF_8));
    next.ask(topics);

    next.await(topics, "mail.sent");
    awaitDeadLetter(mail, type);
    assertThat(output.getAll()).doesNotContain(MARK);
  }

  @Test
  @DisplayName("A6 a command for another account or another user than its event's is a dead letter")
  void foreignRecipient() {
    TestMail mail = TestMail.notice();
    TestMail stranger = TestMail.notice();
    TestMail erased = TestMail.notice();
    byte[] data = json.writeValueAsBytes(mail.data());

    sendRaw(mail, stranger.accountId(), data);
    sendRaw(stranger, mail.accountId(), data);
    send(
        ErasureRequests.TYPE,
        erased.user(),
        stranger.accountId(),
        json.writeValueAsBytes(erased.erasure()));

    awaitDeadLetter(mail, "for another account than its event's");
    awaitDeadLetter(stranger, "for another user than its event's");
    awaitDeadLetter(erased, "for another account than its event's");
    assertThat(tables.has(mail.mailId())).isFalse();
    assertThat(tables.erasedSeenBy(erased.accountId())).isZero();
  }

  private void awaitDeadLetter(TestMail mail, String cause) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> !tables.deadLettersOf(mail.user()).isEmpty());
    assertThat(tables.deadLettersOf(mail.user()))
        .singleElement()
        .asString()
        .contains(cause)
        .doesNotContain(MARK);
  }

  private void sendRaw(TestMail mail, UUID account, byte[] data) {
    send(MailRequests.TYPE, mail.user(), account, data);
  }

  private void send(String type, String key, UUID account, byte[] data) {
    topics.send(MailCommands.TOPIC, key, type, account, data, Ids.next());
  }

  private static Arguments arguments(
      String template, String where, @Nullable Object value, String cause) {
    return Arguments.of(template, where, value, cause);
  }

  /** The data with another value at this place; null takes the property away. */
  private static Map<String, Object> with(
      Map<String, Object> data, String where, @Nullable Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(data);
    if (value == null) {
      changed.remove(where);
    } else {
      changed.put(where, value);
    }
    return changed;
  }
}
