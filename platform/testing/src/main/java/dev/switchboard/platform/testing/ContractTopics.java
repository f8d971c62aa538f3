package dev.switchboard.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** contracts/topics.yaml as tests read it. */
public final class ContractTopics {

  private ContractTopics() {}

  /**
   * One topic.
   *
   * @param name of the topic
   * @param owner the service whose data it is
   * @param writers the services that write it
   * @param events the ce_types on it
   * @param consumers the services that read it
   */
  public record Topic(
      String name,
      String owner,
      List<String> writers,
      List<String> events,
      List<String> consumers) {

    /** The dead-letter topic of one consumer. */
    public String deadLetters(String consumer) {
      return name + "." + consumer + ".dlt";
    }
  }

  /** All topics. */
  public static List<Topic> all() {
    try (InputStream file = ContractTopics.class.getResourceAsStream("/contracts/topics.yaml")) {
      if (file == null) {
        throw new IllegalStateException("contracts/topics.yaml is not on the class path");
      }
      JsonNode topics = new YAMLMapper().readTree(file).path("topics");
      return topics
          .valueStream()
          .map(topic ->
              new Topic(
                  topic.path("name").asString(),
                  topic.path("owner").asString(),
                  texts(topic.path("writers")),
                  texts(topic.path("events")),
                  texts(topic.path("consumers"))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the topics that a service reads. */
  public static List<String> readBy(String service) {
    return all().stream()
        .filter(topic -> topic.consumers().contains(service))
        .map(Topic::name)
        .toList();
  }

  /** The events that a service owns, by topic, each list sorted. */
  public static Map<String, List<String>> ownedBy(String service) {
    return all().stream()
        .filter(topic -> topic.owner().equals(service))
        .collect(Collectors.toMap(Topic::name, topic -> topic.events().stream().sorted().toList()));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
