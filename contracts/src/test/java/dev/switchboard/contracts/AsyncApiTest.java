package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("asyncapi.yaml")
class AsyncApiTest {

  private static final JsonNode DOCUMENT = ContractFiles.yaml("asyncapi.yaml");

  static List<JsonNode> topics() {
    return TopicsTest.topics();
  }

  @Test
  @DisplayName("K1 is AsyncAPI 3.0")
  void isVersionThree() {
    assertThat(DOCUMENT.path("asyncapi").asString()).isEqualTo("3.0.0");
  }

  @Test
  @DisplayName("K1 has exactly the topics of topics.yaml")
  void hasTheTopics() {
    List<String> names = topics().stream().map(topic -> topic.path("name").asString()).toList();

    assertThat(DOCUMENT.path("channels").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  @DisplayName("K1 has exactly the messages of topics.yaml")
  void hasTheMessages() {
    assertThat(DOCUMENT.path("components").path("messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(ContractFiles.eventTypes());
  }

  @ParameterizedTest
  @MethodSource("topics")
  @DisplayName("K1 tells of each topic what topics.yaml tells")
  void agreesWithTopic(JsonNode topic) {
    String name = topic.path("name").asString();
    JsonNode channel = DOCUMENT.path("channels").path(name);
    JsonNode binding = channel.path("bindings").path("kafka");
    JsonNode configuration = binding.path("topicConfiguration");

    assertThat(channel.path("address").asString()).isEqualTo(name);
    assertThat(channel.path("description").asString("")).isNotBlank();
    assertThat(channel.path("messages").propertyNames())
        .containsExactlyElementsOf(texts(topic.path("events")));
    assertThat(binding.path("topic").asString()).isEqualTo(name);
    assertThat(binding.path("partitions").asInt()).isEqualTo(topic.path("partitions").asInt());
    assertThat(texts(configuration.path("cleanup.policy")))
        .containsExactly(topic.path("cleanup").asString());
    assertThat(configuration.has("min.compaction.lag.ms")).isEqualTo(topic.has("keepAll"));
    if (topic.has("keepAll")) {
      assertThat(configuration.path("min.compaction.lag.ms").asLong())
          .isEqualTo(Duration.parse(topic.path("keepAll").asString()).toMillis());
    }
    assertThat(configuration.has("delete.retention.ms")).isEqualTo(topic.has("tombstones"));
    if (topic.has("tombstones")) {
      assertThat(configuration.path("delete.retention.ms").asLong())
          .isEqualTo(Duration.parse(topic.path("tombstones").asString()).toMillis());
    }
    assertThat(configuration.has("retention.ms")).isEqualTo(topic.has("retention"));
    if (topic.has("retention")) {
      assertThat(configuration.path("retention.ms").asLong())
          .isEqualTo(Duration.parse(topic.path("retention").asString()).toMillis());
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  @DisplayName("K1 has an operation for the writing of each topic")
  void hasOperation(JsonNode topic) {
    String name = topic.path("name").asString();
    JsonNode operation = DOCUMENT.path("operations").path("send." + name);

    assertThat(operation.path("action").asString()).isEqualTo("send");
    assertThat(operation.path("channel").path("$ref").asString()).isEqualTo("#/channels/" + name);
    assertThat(operation.path("summary").asString()).contains(texts(topic.path("writers")));
  }

  @Test
  @DisplayName("K1 describes each message by the schema of its folder")
  void messagesReferToSchemas() {
    DOCUMENT
        .path("components")
        .path("messages")
        .properties()
        .forEach(message -> {
          String type = message.getKey();
          JsonNode body = message.getValue();
          JsonNode schema = ContractFiles.json(ContractFiles.schemaFile(type));
          assertThat(body.path("name").asString()).isEqualTo(type);
          assertThat(body.path("title").asString()).isEqualTo(schema.path("title").asString());
          assertThat(body.path("summary").asString())
              .isEqualTo(schema.path("description").asString());
          assertThat(body.path("payload").path("schema").path("$ref").asString())
              .isEqualTo("events/" + type + "/schema.json");
        });
  }

  @Test
  @DisplayName("K1 refers only to what exists")
  void referencesResolve() {
    assertThat(DOCUMENT.findValues("$ref"))
        .isNotEmpty()
        .allSatisfy(reference -> {
          String[] parts = reference.asString().split("#", 2);
          if (!parts[0].isEmpty()) {
            assertThat(Files.isRegularFile(ContractFiles.path(parts[0]))).as(parts[0]).isTrue();
          }
          JsonNode target =
              parts[0].isEmpty() ? DOCUMENT : ContractFiles.json(ContractFiles.path(parts[0]));
          String pointer = parts.length == 2 ? parts[1] : "";
          assertThat(target.at(pointer).isMissingNode()).as(reference.asString()).isFalse();
        });
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
