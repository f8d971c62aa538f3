package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("topics.yaml")
class TopicsTest {

  private static final JsonNode FILE = ContractFiles.yaml("topics.yaml");
  private static final Set<String> SERVICES =
      Set.of(
          "user-service",
          "numbering-service",
          "billing-service",
          "notification-service",
          "gateway");

  /** Others of the platform, who tell us what they know. */
  private static final Set<String> OUTSIDE = Set.of("voice-platform");

  static List<JsonNode> topics() {
    return FILE.path("topics").valueStream().toList();
  }

  @Test
  @DisplayName("K1 has every event of events/ in exactly one topic, and no other")
  void hasEveryEventOnce() {
    List<String> events =
        topics().stream().flatMap(topic -> texts(topic.path("events")).stream()).toList();

    assertThat(events)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ContractFiles.eventTypes());
  }

  @Test
  @DisplayName("K1 names each topic once, as <noun>.<what>.v<major>")
  void namesTopicsWell() {
    assertThat(topics())
        .map(topic -> topic.path("name").asString())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9]"));
  }

  @ParameterizedTest
  @MethodSource("topics")
  @DisplayName("K1 says for each topic who owns, writes and reads it")
  void namesServices(JsonNode topic) {
    String owner = topic.path("owner").asString();
    if (OUTSIDE.contains(owner)) {
      assertThat(texts(topic.path("writers"))).containsExactly(owner);
      assertThat(texts(topic.path("consumers"))).isNotEmpty();
    } else {
      assertThat(SERVICES).contains(owner);
      assertThat(texts(topic.path("writers"))).isNotEmpty().isSubsetOf(SERVICES);
    }
    assertThat(texts(topic.path("consumers"))).doesNotHaveDuplicates().isSubsetOf(SERVICES);
    assertThat(topic.path("private").isBoolean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("topics")
  @DisplayName("K1 says for each topic how it is split and how long it is kept")
  void saysPartitionsAndRetention(JsonNode topic) {
    assertThat(topic.path("partitions").asInt()).isEqualTo(6);
    if (topic.path("cleanup").asString().equals("compact")) {
      assertThat(topic.has("retention")).isFalse();
    } else {
      assertThat(topic.path("cleanup").asString()).isEqualTo("delete");
      assertThat(Duration.parse(topic.path("retention").asString())).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  @DisplayName("K1 keys each topic by a property that every example of its events has")
  void keyIsInEveryEvent(JsonNode topic) {
    String pointer = "/" + topic.path("key").asString().replace('.', '/');

    for (String type : texts(topic.path("events"))) {
      assertThat(ContractFiles.examples(type))
          .map(file -> ContractFiles.json(file).at(pointer).asString(""))
          .as(type)
          .noneMatch(String::isEmpty);
    }
  }

  @Test
  @DisplayName("K2 compacts what new consumers start from, and nothing else")
  void compactsCurrentState() {
    assertThat(topics())
        .filteredOn(topic -> topic.path("cleanup").asString().equals("compact"))
        .map(topic -> topic.path("name").asString())
        .containsExactlyInAnyOrder(
            "user.directory.v1",
            "billing.price-lists.v1",
            "numbering.lines.v1",
            "numbering.numbers.v1");
  }

  @Test
  @DisplayName(
      "K2 keeps the tombstones of the directory for a week: who was away so long sees them")
  void keepsTombstones() {
    assertThat(topics())
        .filteredOn(topic -> topic.has("tombstones"))
        .singleElement()
        .satisfies(topic -> {
          assertThat(topic.path("name").asString()).isEqualTo("user.directory.v1");
          assertThat(Duration.parse(topic.path("tombstones").asString()))
              .isEqualTo(Duration.ofDays(7));
        });
  }

  @Test
  @DisplayName("I16 keeps mail commands and audit entries private, for their receivers only")
  void commandsArePrivate() {
    assertThat(topics())
        .filteredOn(topic -> topic.path("private").asBoolean())
        .map(topic -> topic.path("name").asString())
        .containsExactlyInAnyOrder("notification.commands.v1", "user.audit.v1")
        .allSatisfy(name ->
            assertThat(topics())
                .filteredOn(topic -> topic.path("name").asString().equals(name))
                .singleElement()
                .satisfies(topic ->
                    assertThat(texts(topic.path("consumers")))
                        .containsExactly(topic.path("owner").asString())));
  }

  @Test
  @DisplayName("I16 keeps the mail commands for a day")
  void mailCommandsAreShortLived() {
    assertThat(topics())
        .filteredOn(topic -> topic.path("name").asString().equals("notification.commands.v1"))
        .singleElement()
        .satisfies(topic -> {
          assertThat(Duration.parse(topic.path("retention").asString()))
              .isEqualTo(Duration.ofHours(24));
        });
  }

  @Test
  @DisplayName("says how a dead-letter topic is named and kept")
  void saysDeadLetterRule() {
    JsonNode rule = FILE.path("deadLetters");

    assertThat(rule.path("name").asString()).isEqualTo("{topic}.{consumer}.dlt");
    assertThat(rule.path("cleanup").asString()).isEqualTo("delete");
    assertThat(Duration.parse(rule.path("retention").asString())).isPositive();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
