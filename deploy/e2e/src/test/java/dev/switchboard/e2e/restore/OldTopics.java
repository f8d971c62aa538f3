package dev.switchboard.e2e.restore;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.local.Suite;
import dev.switchboard.local.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What an operator does with the topics of a Kafka that was not lost, when no service runs. */
final class OldTopics implements AutoCloseable {
  private static final String OF_VOICE_PLATFORM = "voice.call-usage.v1";
  private static final List<String> GROUPS =
      List.of("user-service", "numbering-service", "billing-service", "notification-service");
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Admin admin;

  OldTopics(Suite suite) {
    admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.kafka().bootstrapServers()));
  }

  /** Deletes those of Switchboard, and waits until the offsets of their readers are gone, too. */
  void delete() throws Exception {
    List<String> ours =
        Topics.ofContracts().names().stream()
            .filter(name -> !name.equals(OF_VOICE_PLATFORM))
            .toList();
    admin.deleteTopics(ours).all().get();
    Await.until(
        "the topics are gone",
        SOON,
        () -> admin.listTopics().names().get().stream().noneMatch(ours::contains));
    Await.until(
        "no offsets are left but of " + OF_VOICE_PLATFORM,
        SOON,
        () -> Set.of(OF_VOICE_PLATFORM).containsAll(topicsWithOffsets()));
  }

  /**
   * What the voice platform has told since then is read again. A group of which a member has not
   * said good-bye can't be changed until its session is over.
   */
  void goBack(Instant to) throws Exception {
    Await.until("nobody is in the group of billing-service", SOON, this::isLeft);
    Map<TopicPartition, OffsetSpec> moment = new HashMap<>();
    offsets("billing-service")
        .keySet()
        .forEach(partition -> moment.put(partition, OffsetSpec.forTimestamp(to.toEpochMilli())));
    Map<TopicPartition, OffsetAndMetadata> earlier = new HashMap<>();
    admin
        .listOffsets(moment)
        .all()
        .get()
        .forEach((partition, found) -> {
          if (found.offset() >= 0) {
            earlier.put(partition, new OffsetAndMetadata(found.offset()));
          }
        });
    admin.alterConsumerGroupOffsets("billing-service", earlier).all().get();
  }

  private boolean isLeft() throws Exception {
    return admin.describeConsumerGroups(List.of("billing-service")).all().get().values().stream()
        .allMatch(group -> group.members().isEmpty());
  }

  private Set<String> topicsWithOffsets() throws Exception {
    Set<String> topics = new TreeSet<>();
    for (String group : GROUPS) {
      topics.addAll(
          offsets(group).keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()));
    }
    return topics;
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(String group) throws Exception {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
  }

  @Override
  public void close() {
    admin.close();
  }
}
