package dev.switchboard.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Makes the topics of contracts/topics.yaml, each with its dead-letter topics. */
public final class Topics {
  private static final short ONE_REPLICA = 1;
  private static final int TIMEOUT_SECONDS = 60;

  private final List<NewTopic> topics;

  private Topics(List<NewTopic> topics) {
    this.topics = topics;
  }

  /** As the contracts on the class path say. */
  public static Topics ofContracts() {
    try (InputStream file = Topics.class.getResourceAsStream("/contracts/topics.yaml")) {
      if (file == null) {
        throw new IllegalStateException("contracts/topics.yaml is not on the class path");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As such a file says. */
  static Topics read(InputStream file) {
    JsonNode contracts = new YAMLMapper().readTree(file);
    JsonNode deadLetters = contracts.path("deadLetters");
    List<NewTopic> topics = new ArrayList<>();
    for (JsonNode topic : contracts.path("topics")) {
      topics.add(topic(topic.path("name").asString(), topic, topic));
      for (JsonNode consumer : topic.path("consumers")) {
        String name =
            deadLetters
                .path("name")
                .asString()
                .replace("{topic}", topic.path("name").asString())
                .replace("{consumer}", consumer.asString());
        topics.add(topic(name, topic, deadLetters));
      }
    }
    return new Topics(topics);
  }

  private static NewTopic topic(String name, JsonNode size, JsonNode keeping) {
    Map<String, String> settings = new HashMap<>();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, keeping.path("cleanup").asString());
    String retention = keeping.path("retention").asString("");
    if (!retention.isEmpty()) {
      settings.put(
          TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.parse(retention).toMillis()));
    }
    String keepAll = keeping.path("keepAll").asString("");
    if (!keepAll.isEmpty()) {
      settings.put(
          TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
          Long.toString(Duration.parse(keepAll).toMillis()));
    }
    String tombstones = keeping.path("tombstones").asString("");
    if (!tombstones.isEmpty()) {
      settings.put(
          TopicConfig.DELETE_RETENTION_MS_CONFIG,
          Long.toString(Duration.parse(tombstones).toMillis()));
    }
    return new NewTopic(name, size.path("partitions").asInt(), ONE_REPLICA).configs(settings);
  }

  private static NewTopic sized(NewTopic topic, short replicas, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(topic.configs());
    settings.putAll(more);
    return new NewTopic(topic.name(), topic.numPartitions(), replicas).configs(settings);
  }

  /** The names of all topics. */
  public List<String> names() {
    return topics.stream().map(NewTopic::name).toList();
  }

  /** The settings of a topic. */
  Map<String, String> settings(String name) {
    return topics.stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow()
        .configs();
  }

  /** Makes those that are missing on the one broker of this machine. */
  void create(String bootstrapServers) {
    create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        ONE_REPLICA,
        Map.of());
  }

  /**
   * Makes those that are missing; waits for the brokers to answer. Those that are there stay as
   * they are.
   *
   * @param client settings of the client, {@code bootstrap.servers} among them
   * @param replicas of each partition
   * @param more settings of each topic that belong to the environment
   */
  void create(Map<String, Object> client, short replicas, Map<String, String> more) {
    long deadline = System.nanoTime() + Duration.ofSeconds(TIMEOUT_SECONDS).toNanos();
    try (Admin admin = Admin.create(client)) {
      Set<String> there = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !there.contains(topic.name()))
              .map(topic -> sized(topic, replicas, more))
              .toList();
      admin
          .createTopics(missing)
          .all()
          .get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the topics can't be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
