package dev.switchboard.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.testing.ContractExamples;
import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every example of every event on the topics that this service reads is read by it, running. */
class ContractExamplesTest extends NumberingTest {
  private static final String ACCOUNTS = "user.accounts.v1";

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

  @ParameterizedTest(name = "{1}")
  @DisplayName(
      "K1 every example, of today and of each release, on its topics has its effect and no other")
  @MethodSource("examples")
  void reads(String topic, ContractExamples.Example example) {
    String type = example.type();
    JsonNode data = example.withFreshIds();
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
        .flatMap(topic ->
            topic.events().stream()
                .flatMap(type -> ContractExamples.of(type).stream())
                .map(example -> Arguments.of(topic.name(), example)));
  }
}
