package dev.switchboard.e2e.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The topics and who reads them, from contracts/topics.yaml. */
final class Contracts {
  /** The gateway has no database: it reads each topic from now on, without a group. */
  private static final String WITHOUT_GROUP = "gateway";

  private Contracts() {}

  /**
   * A topic.
   *
   * @param groups the consumer groups that must take in each of its events
   * @param compacted whether only the last record of a key is kept
   * @param gaps whether versions may be left out
   */
  record Topic(
      String name,
      List<String> groups,
      List<String> deadLetterTopics,
      boolean compacted,
      boolean gaps) {}

  static List<Topic> topics() {
    try (InputStream file = Contracts.class.getResourceAsStream("/contracts/topics.yaml")) {
      if (file == null) {
        throw new IllegalStateException("contracts/topics.yaml is not on the class path");
      }
      JsonNode contracts = new YAMLMapper().readTree(file);
      String pattern = contracts.path("deadLetters").path("name").asString();
      List<Topic> topics = new ArrayList<>();
      for (JsonNode topic : contracts.path("topics")) {
        String name = topic.path("name").asString();
        topics.add(
            new Topic(
                name,
                consumers(topic).filter(each -> !each.equals(WITHOUT_GROUP)).toList(),
                consumers(topic)
                    .map(each -> pattern.replace("{topic}", name).replace("{consumer}", each))
                    .toList(),
                topic.path("cleanup").asString().equals("compact"),
                topic.path("gaps").asBoolean(false)));
      }
      return topics;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> consumers(JsonNode topic) {
    return topic.path("consumers").valueStream().map(JsonNode::asString);
  }
}
