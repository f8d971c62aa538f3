package dev.switchboard.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.testing.ContractExamples;
import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every example of every event that this service listens to is read by the running service. */
class ContractExamplesTest extends BillingTest {
  private static final Pattern UUIDS = Pattern.compile("01998f[0-9a-f-]{30}");

  private static final Map<String, String> KEYS =
      Map.of(
          "user.accounts.v1", "accountId",
          "user.users.v1", "userId",
          "numbering.numbers.v1", "number",
          "voice.call-usage.v1", "userId");

  private static final AtomicInteger NEXT = new AtomicInteger();

  @Autowired private JsonMapper json;

  @ParameterizedTest
  @DisplayName("K1 both examples of account.signed-up open the account with its slots")
  @CsvSource({"full,3", "minimal,1"})
  void accountSignedUp(String example, int slots) throws IOException {
    JsonNode data = example("account.signed-up", example);
    UUID account = id(data, "accountId");

    awaitTaken(
        topics.send("user.accounts.v1", account.toString(), "account.signed-up", account, data));

    assertThat(count("select count(*) from plan_slot where account_id = ?", account))
        .isEqualTo(slots);
    assertThat(topics.all("billing.accounts.v1", account.toString())).hasSize(1);
    assertThat(deadLetters("user.accounts.v1", account)).isZero();
  }

  @ParameterizedTest
  @DisplayName("K1 both examples of user.invited lead to a decision on the seat")
  @CsvSource({"full,seat.refused", "minimal,seat.occupied"})
  void userInvited(String example, String told) throws IOException {
    JsonNode data = example("user.invited", example);
    UUID user = id(data, "userId");
    openAccountOf(data);

    awaitTaken(send("user.invited", data));

    assertThat(seat(user).type()).isEqualTo(told);
  }

  @ParameterizedTest
  @DisplayName("K1 both examples of user.deleted and user.restored take the seat and give it back")
  @ValueSource(strings = {"full", "minimal"})
  void userDeletedAndRestored(String example) throws IOException {
    JsonNode invited = example("user.invited", "minimal");
    UUID user = id(invited, "userId");
    openAccountOf(invited);
    awaitTaken(send("user.invited", invited));

    awaitTaken(send("user.deleted", like(invited, example("user.deleted", example))));
    awaitTaken(send("user.restored", like(invited, example("user.restored", example))));

    assertThat(topics.all("billing.seats.v1", user.toString()))
        .extracting(TestTopics.Event::type)
        .containsExactly("seat.occupied", "seat.vacated", "seat.occupied");
  }

  @Test
  @DisplayName("K1 no user event is left out here")
  void allUserEvents() throws NoSuchMethodException {
    String[] others =
        ContractExamplesTest.class
            .getDeclaredMethod("otherUserEvents", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertThat(
            Stream.concat(
                Stream.of("user.invited", "user.restored"),
                Arrays.stream(others).map(row -> row.substring(0, row.indexOf(',')))))
        .containsAll(
            ContractTopics.all().stream()
                .filter(topic -> topic.name().equals("user.users.v1"))
                .flatMap(topic -> topic.events().stream())
                .toList());
  }

  @ParameterizedTest
  @DisplayName("K1 both examples of the other user events are read and give no seat")
  @CsvSource({
    "user.withdrawn,full",
    "user.withdrawn,minimal",
    "user.joined,full",
    "user.joined,minimal",
    "user.signed-up,full",
    "user.signed-up,minimal",
    "user.changed,full",
    "user.changed,minimal",
    "user.suspended,full",
    "user.suspended,minimal",
    "user.reactivated,full",
    "user.reactivated,minimal",
    "user.role-changed,full",
    "user.role-changed,minimal",
    "user.deleted,full",
    "user.deleted,minimal",
    "user.erased,full",
    "user.erased,minimal"
  })
  void otherUserEvents(String type, String example) throws IOException {
    JsonNode data = example(type, example);
    UUID user = id(data, "userId");
    openAccountOf(data);

    awaitTaken(send(type, data));

    assertThat(topics.all("billing.seats.v1", user.toString())).isEmpty();
    assertThat(deadLetters("user.users.v1", user)).isZero();
  }

  @ParameterizedTest
  @DisplayName("K1 both examples of the number events are read")
  @CsvSource({
    "number.ordered,full",
    "number.ordered,minimal",
    "number.assigned,full",
    "number.assigned,minimal",
    "number.assigned,company",
    "number.changed,full",
    "number.changed,minimal",
    "number.released,full",
    "number.released,minimal"
  })
  void numberEvents(String type, String example) throws IOException {
    JsonNode data = example(type, example);
    String number = "+1304%07d".formatted(NEXT.incrementAndGet());
    ((ObjectNode) data).put("number", number);
    UUID id = topics.send("numbering.numbers.v1", number, type, id(data, "accountId"), data);

    awaitTaken(id);

    assertThat(count("select count(*) from dead_letter where event_id = ?", id.toString()))
        .isZero();
    assertThat(count("select version from number_version where number = ?", number))
        .isEqualTo(data.path("version").asInt());
  }

  @ParameterizedTest
  @DisplayName("K1 both examples of call-usage.counted are read and kept")
  @CsvSource({"full,25260", "minimal,0"})
  void callUsageCounted(String example, int seconds) throws IOException {
    JsonNode data = example("call-usage.counted", example);
    String user = data.path("userId").asString();

    awaitTaken(
        topics.send(
            "voice.call-usage.v1", user, "call-usage.counted", id(data, "accountId"), data));

    assertThat(count("select seconds from call_usage where user_id = ?::uuid", user))
        .isEqualTo(seconds);
  }

  static Stream<Arguments> releasedExamples() {
    return ContractTopics.all().stream()
        .filter(topic -> topic.consumers().contains("billing-service"))
        .flatMap(topic ->
            topic.events().stream()
                .flatMap(type -> ContractExamples.released(type).stream())
                .map(example -> Arguments.of(topic.name(), example)));
  }

  @ParameterizedTest
  @DisplayName("K1 every example of each release is still read")
  @MethodSource("releasedExamples")
  void releasedExampleIsRead(String topic, ContractExamples.Example example) {
    JsonNode data = example.withFreshIds();
    String key = data.path(KEYS.get(topic)).asString();
    if (topic.equals("numbering.numbers.v1")) {
      key = "+1304%07d".formatted(NEXT.incrementAndGet());
      ((ObjectNode) data).put("number", key);
    } else if (!topic.equals("user.accounts.v1")) {
      openAccountOf(data);
    }

    UUID id = topics.send(topic, key, example.type(), id(data, "accountId"), data);

    awaitTaken(id);
    assertThat(count("select count(*) from dead_letter where event_id = ?", id.toString()))
        .isZero();
  }

  private void openAccountOf(JsonNode user) {
    Account like = newAccount(0);
    awaitTaken(
        tell(
            new Account(id(user, "accountId"), like.admin(), like.adminSlot(), like.openSlots()),
            "PRO"));
  }

  /** The event as one of the user of that other. */
  private static JsonNode like(JsonNode other, JsonNode event) {
    ((ObjectNode) event)
        .put("userId", other.path("userId").asString())
        .put("accountId", other.path("accountId").asString());
    return event;
  }

  private UUID send(String type, JsonNode data) {
    return topics.send(
        "user.users.v1", data.path("userId").asString(), type, id(data, "accountId"), data);
  }

  private long deadLetters(String topic, UUID key) {
    return topics.all(topic + ".billing-service.dlt", key.toString()).size();
  }

  /** The example, with ids of its own so that tests do not meet. */
  private JsonNode example(String type, String name) throws IOException {
    String path = "/contracts/events/" + type + "/examples/" + name + ".json";
    try (InputStream file = ContractExamplesTest.class.getResourceAsStream(path)) {
      String text = json.readTree(Objects.requireNonNull(file, path)).toString();
      Map<String, String> fresh = new java.util.HashMap<>();
      Matcher ids = UUIDS.matcher(text);
      return json.readTree(
          ids.replaceAll(id -> fresh.computeIfAbsent(id.group(), any -> Ids.next().toString())));
    }
  }

  private static UUID id(JsonNode data, String property) {
    return UUID.fromString(data.path(property).asString());
  }
}
