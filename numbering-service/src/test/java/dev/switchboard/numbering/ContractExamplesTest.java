package dev.switchboard.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.Examples;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.ContractTopics.Topic;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example of every event on the topics that this service reads is read by it, running. */
class ContractExamplesTest extends NumberingTest {
  private static final String ACCOUNTS = "user.accounts.v1";
  private static final Pattern UUIDS = Pattern.compile("01998f[0-9a-f-]{30}");

  private static final Map<String, String> KEYS =
      Map.of(ACCOUNTS, "accountId", "billing.price-lists.v1", "currency");

  /** What is told of the line, or of the main number, after an event that comes alone. */
  private static final Map<String, String> TOLD =
      Map.of(
          "account.signed-up", "number.assigned",
          "user.signed-up", "line.opened",
          "user.invited", "line.opened",
          "user.withdrawn", "line.closed",
          "user.deleted", "line.closed",
          "user.restored", "line.opened",
          "user.erased", "line.closed",
          "seat.refused", "line.closed");

  @Autowired private JsonMapper json;

  @ParameterizedTest(name = "{1} {2}")
  @DisplayName("K1 every example on the topics that it reads has its effect and no other")
  @MethodSource("examples")
  void reads(String topic, String type, String example) {
    JsonNode data = example(type, example);
    UUID account =
        data.has("accountId") ? UUID.fromString(data.path("accountId").asString()) : null;
    String key = data.path(KEYS.getOrDefault(topic, "userId")).asString();
    UUID id = Ids.next();

    topics.send(topic, key, type, account, data, id);
    awaitSent(id);

    assertThat(
            account == null
                ? Stream.empty()
                : told(topic, account, key).stream().map(TestTopics.Event::type))
        .containsExactlyElementsOf(Stream.ofNullable(TOLD.get(type)).toList());
    assertThat(count("select count(*) from dead_letter where key = ?", key)).isZero();
  }

  private List<TestTopics.Event> told(String topic, UUID account, String key) {
    if (!topic.equals(ACCOUNTS)) {
      return topics.all("numbering.lines.v1", key);
    }
    return database()
        .sql("select number from phone_number where account_id = ?")
        .param(account)
        .query(String.class)
        .list()
        .stream()
        .flatMap(number -> topics.all("numbering.numbers.v1", number).stream())
        .filter(event -> event.data().path("accountId").asString().equals(account.toString()))
        .toList();
  }

  static Stream<Arguments> examples() {
    return ContractTopics.all().stream()
        .filter(topic -> topic.consumers().contains("numbering-service"))
        .flatMap(topic -> topic.events().stream().flatMap(type -> examples(topic, type)));
  }

  private static Stream<Arguments> examples(Topic topic, String type) {
    return Stream.of("full", "minimal").map(example -> Arguments.of(topic.name(), type, example));
  }

  /** The example, with ids of its own so that tests do not meet. */
  private JsonNode example(String type, String name) {
    Map<String, String> fresh = new HashMap<>();
    return json.readTree(
        UUIDS
            .matcher(Examples.read(type, name).toString())
            .replaceAll(id -> fresh.computeIfAbsent(id.group(), any -> Ids.next().toString())));
  }
}
