package dev.switchboard.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TopicsTest {
  private static final Path CONTRACT = Path.of("../../contracts/topics.yaml");

  private final JsonNode contract = Chart.YAML.readTree(CONTRACT);
  private final List<ObjectNode> objects = Chart.render(Chart.values("operators-gateway-api"));

  @Test
  @DisplayName("The chart's copy of contracts/topics.yaml is the same, byte for byte")
  void copyIsTheContract() throws IOException {
    assertThat(Chart.FOLDER.resolve("files/topics.yaml")).hasSameBinaryContentAs(CONTRACT);
  }

  @Test
  @DisplayName("The Job for a Kafka without Strimzi gets this file")
  void jobGetsTheContract() throws IOException {
    JsonNode config = Chart.one(Chart.render(Chart.values("minimal")), "ConfigMap", "phone-topics");

    assertThat(config.path("data").path("topics.yaml").asString())
        .isEqualTo(Files.readString(CONTRACT));
  }

  @Test
  @DisplayName(
      "Strimzi makes each topic and each consumer's dead-letter topic as the contract says")
  void strimziTopics() {
    Map<String, String> expected = new TreeMap<>();
    for (JsonNode topic : contract.path("topics")) {
      String name = topic.path("name").asString();
      expected.put(name, topic(topic, topic));
      for (JsonNode consumer : topic.path("consumers")) {
        expected.put(
            deadLetters(name, consumer.asString()), topic(topic, contract.path("deadLetters")));
      }
    }
    Map<String, String> rendered = new TreeMap<>();
    for (JsonNode each : Chart.ofKind(objects, "KafkaTopic")) {
      JsonNode spec = each.path("spec");
      JsonNode config = spec.path("config");
      rendered.put(
          spec.path("topicName").asString(),
          spec.path("partitions").asInt()
              + " "
              + config.path("cleanup.policy").asString()
              + " "
              + config.path("retention.ms").asLong(0)
              + " "
              + config.path("min.compaction.lag.ms").asLong(0)
              + " "
              + config.path("delete.retention.ms").asLong(0));
    }

    assertThat(rendered).isEqualTo(expected);
  }

  private static String topic(JsonNode size, JsonNode keeping) {
    return size.path("partitions").asInt()
        + " "
        + keeping.path("cleanup").asString()
        + " "
        + milliseconds(keeping.path("retention").asString(""))
        + " "
        + milliseconds(keeping.path("keepAll").asString(""))
        + " "
        + milliseconds(keeping.path("tombstones").asString(""));
  }

  private static long milliseconds(String duration) {
    return duration.isEmpty() ? 0 : Duration.parse(duration).toMillis();
  }

  @Test
  @DisplayName("Each service may write, read and bury exactly what the contract says")
  void strimziUsers() {
    for (String service : Services.ALL) {
      TreeSet<String> expected = new TreeSet<>();
      for (JsonNode topic : contract.path("topics")) {
        String name = topic.path("name").asString();
        if (has(topic.path("writers"), service)) {
          expected.add("topic literal " + name + " [\"Write\",\"Describe\"]");
        }
        if (has(topic.path("consumers"), service)) {
          expected.add("topic literal " + name + " [\"Read\",\"Describe\"]");
          expected.add("topic literal " + deadLetters(name, service) + " [\"Write\",\"Describe\"]");
        }
      }
      if (!service.equals("gateway")) {
        expected.add("group literal " + service + " [\"Read\",\"Describe\"]");
        expected.add("transactionalId prefix " + service + "-outbox- [\"Write\",\"Describe\"]");
      }

      List<String> rights = new ArrayList<>();
      JsonNode user = Chart.one(objects, "KafkaUser", "phone-" + service);
      for (JsonNode right : user.path("spec").path("authorization").path("acls")) {
        JsonNode resource = right.path("resource");
        rights.add(
            resource.path("type").asString()
                + " "
                + resource.path("patternType").asString()
                + " "
                + resource.path("name").asString()
                + " "
                + right.path("operations"));
      }
      assertThat(rights).as(service).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  @DisplayName("A private topic has no reader but its consumers")
  void privateTopicsStayPrivate() {
    assertThat(readers("notification.commands.v1")).containsExactly("phone-notification-service");
    assertThat(readers("user.audit.v1")).containsExactly("phone-user-service");
  }

  private List<String> readers(String topic) {
    return Chart.ofKind(objects, "KafkaUser").stream()
        .filter(user -> {
          for (JsonNode right : user.path("spec").path("authorization").path("acls")) {
            JsonNode resource = right.path("resource");
            if (resource.path("name").asString().equals(topic)
                && has(right.path("operations"), "Read")) {
              return true;
            }
          }
          return false;
        })
        .map(Chart::name)
        .toList();
  }

  @Test
  @DisplayName("KEDA looks at each topic that a service reads, in its own group")
  void triggersAreTheConsumersTopics() {
    List<ObjectNode> scaled = Chart.render(Chart.values("keda-monitoring"));
    assertThat(Chart.ofKind(scaled, "ScaledObject")).hasSize(4);
    for (ObjectNode object : Chart.ofKind(scaled, "ScaledObject")) {
      String service = Chart.name(object).replace("phone-", "");
      List<String> topics = new ArrayList<>();
      for (JsonNode topic : contract.path("topics")) {
        if (has(topic.path("consumers"), service)) {
          topics.add(service + " " + topic.path("name").asString());
        }
      }
      List<String> watched = new ArrayList<>();
      object
          .path("spec")
          .path("triggers")
          .forEach(trigger ->
              watched.add(
                  trigger.path("metadata").path("consumerGroup").asString()
                      + " "
                      + trigger.path("metadata").path("topic").asString()));
      assertThat(watched).isEqualTo(topics).isNotEmpty();
    }
  }

  private String deadLetters(String topic, String consumer) {
    return contract
        .path("deadLetters")
        .path("name")
        .asString()
        .replace("{topic}", topic)
        .replace("{consumer}", consumer);
  }

  private static boolean has(JsonNode list, String value) {
    for (JsonNode each : list) {
      if (each.asString().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
