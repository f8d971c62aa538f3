package dev.switchboard.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** H2: acts at other services. */
class TakeEntryTest extends UserServiceTest {
  private static final String TOPIC = "user.audit.v1";
  private static final String TYPE = "audit.requested";

  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(1, 0, 0);
  }

  @AfterEach
  void forgetDeadLetters() {
    database().sql("delete from dead_letter").update();
  }

  @Test
  @DisplayName("H2 an act at another service is in the log as that service told it")
  void isTaken() {
    Map<String, Object> entry = entry("2026-03-01T12:00:00.123Z");
    deliver(entry);

    JsonNode item = items().path(0);
    assertThat(item.path("id").asString()).isEqualTo(String.valueOf(entry.get("entryId")));
    assertThat(item.path("at").asString()).isEqualTo("2026-03-01T12:00:00.123Z");
    assertThat(item.at("/actor/name").asString()).isEqualTo("Ada Ngata");
    assertThat(item.at("/subject/name").asString()).isEqualTo("Ada Ngata");
    assertThat(item.at("/details/extension").asString()).isEqualTo("104");
    assertThat(item.path("ipAddress").asString()).isEqualTo("2001:db8::7");
    assertThat(item.path("userAgent").asString()).isEqualTo("Browser");
  }

  @Test
  @DisplayName("K1 the same entry twice, as the same event or as another one, is one")
  void twice() {
    Map<String, Object> entry = entry("2026-03-01T12:00:00Z");
    UUID event = deliver(entry);
    topics.send(TOPIC, company.accountId().toString(), TYPE, company.accountId(), entry, event);
    Map<String, Object> again = new HashMap<>(entry);
    again.put("details", Map.of("extension", "999"));
    deliver(again);

    assertThat(items()).hasSize(1);
    assertThat(items().at("/0/details/extension").asString()).isEqualTo("104");
  }

  @Test
  @DisplayName("K1 an entry that comes late stands at its own time")
  void late() {
    deliver(entry("2026-03-01T12:00:02Z"));
    deliver(entry("2026-03-01T12:00:01Z"));
    deliver(entry("2026-03-01T12:00:03Z"));

    assertThat(items().valueStream().map(item -> item.path("at").asString()))
        .containsExactly("2026-03-01T12:00:03Z", "2026-03-01T12:00:02Z", "2026-03-01T12:00:01Z");
  }

  @Test
  @DisplayName(
      "A6 an entry for another account than its event's goes to the dead letters, and into no log")
  void foreign() {
    Company other = companies.signUp(1, 0, 0);
    UUID event =
        topics.send(
            TOPIC,
            company.accountId().toString(),
            TYPE,
            other.accountId(),
            entry("2026-03-01T12:00:00Z"));

    awaitDeadLetter(event);
    assertThat(items()).isEmpty();
    assertThat(
            body(get("/api/v1/audit?action=line.extension-changed", other.asAdmin())).path("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @DisplayName("K1 an entry that breaks its contract is a dead letter; those of others go on")
  @ValueSource(
      strings = {
        "{}",
        "{\"entryId\":\"x\"}",
        "{\"entryId\":ID,\"accountId\":ACCOUNT,\"at\":\"2026-03-01T12:00:00Z\"}",
        "{\"entryId\":ID,\"accountId\":ACCOUNT,\"at\":\"2026-03-01T12:00:00Z\",\"actor\":{\"type\":\"GOD\"},"
            + "\"action\":\"a.b\",\"subject\":{\"type\":\"USER\",\"id\":\"x\"}}",
        "{\"entryId\":ID,\"accountId\":ACCOUNT,\"at\":\"2026-03-01T12:00:00Z\",\"actor\":{\"type\":\"SYSTEM\"},"
            + "\"action\":\"a.b\",\"subject\":null}",
        "{\"entryId\":ID,\"accountId\":ACCOUNT,\"at\":\"2026-03-01T12:00:00Z\",\"actor\":{\"type\":\"SYSTEM\"},"
            + "\"action\":\"a.b\",\"subject\":{\"type\":\"USER\"}}",
        "{\"entryId\":ID,\"accountId\":ACCOUNT,\"at\":\"2026-03-01T12:00:00Z\",\"actor\":{\"type\":\"SYSTEM\"},"
            + "\"action\":\"a.b\",\"subject\":{\"type\":\"USER\",\"id\":\"x\"},\"details\":{\"a\":{\"b\":1}}}",
        "{\"entryId\":ID,\"accountId\":ACCOUNT,\"at\":\"+1000000000-12-31T23:59:59Z\",\"actor\":{\"type\":\"SYSTEM\"},"
            + "\"action\":\"a.b\",\"subject\":{\"type\":\"USER\",\"id\":\"x\"}}",
      })
  void poison(String template) {
    String data =
        template
            .replace("ID", "\"" + Ids.next() + "\"")
            .replace("ACCOUNT", "\"" + company.accountId() + "\"");
    UUID event =
        topics.send(
            TOPIC,
            company.accountId().toString(),
            TYPE,
            company.accountId(),
            data.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    awaitDeadLetter(event);
    company = companies.signUp(1, 0, 0);
    deliver(entry("2026-03-01T12:00:00Z"));
    assertThat(items()).hasSize(1);
  }

  private UUID deliver(Map<String, Object> entry) {
    return deliver(TOPIC, company.accountId(), TYPE, company.accountId(), entry);
  }

  private void awaitDeadLetter(UUID event) {
    await(
        "dead letter " + event,
        () ->
            database()
                    .sql(
                        "select count(*) from dead_letter where event_id = ? and cause is not null")
                    .param(event.toString())
                    .query(Integer.class)
                    .single()
                == 1);
  }

  private Map<String, Object> entry(String at) {
    return Map.of(
        "entryId",
        Ids.next(),
        "accountId",
        company.accountId(),
        "at",
        at,
        "actor",
        Map.of("type", "USER", "userId", company.adminId()),
        "action",
        "line.extension-changed",
        "subject",
        Map.of("type", "USER", "id", company.adminId().toString()),
        "details",
        Map.of("extension", "104"),
        "origin",
        Map.of("ipAddress", "2001:db8::7", "userAgent", "Browser"));
  }

  private JsonNode items() {
    return body(get("/api/v1/audit?action=line.extension-changed", company.asAdmin()))
        .path("items");
  }
}
