package dev.switchboard.e2e.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics as they are, without a consumer group of its own. */
final class EventLog {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int FETCH_WAIT_MILLIS =
      20; // what is read to its end has nothing to wait for
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Properties connection;

  EventLog(Deployment deployment) {
    this.connection = deployment.kafka();
  }

  /** All committed records of a topic, in the order of each partition. */
  List<Event> read(Collection<String> topics) {
    List<Event> events = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      readFrom(consumer, beginnings(consumer, topics), entry -> events.add(Event.of(entry)));
    }
    return events;
  }

  /** Those of these topics whose oldest records are gone already. */
  Set<String> cut(Collection<String> topics) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return beginnings(consumer, topics).entrySet().stream()
          .filter(beginning -> beginning.getValue() > 0)
          .map(beginning -> beginning.getKey().topic())
          .collect(Collectors.toSet());
    }
  }

  /**
   * How many committed records each group has still to take in, by group and topic; those with none
   * are left out. Counts records: the markers of Kafka's transactions are nobody's work.
   */
  Map<String, Integer> lag(List<Contracts.Topic> topics) throws InterruptedException {
    Map<String, Integer> lag = new HashMap<>();
    try (Admin admin = admin();
        KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      for (String group : topics.stream().flatMap(t -> t.groups().stream()).distinct().toList()) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group);
        Map<TopicPartition, Long> from =
            new HashMap<>(
                beginnings(
                    consumer,
                    topics.stream()
                        .filter(topic -> topic.groups().contains(group))
                        .map(Contracts.Topic::name)
                        .toList()));
        from.replaceAll((partition, beginning) -> {
          OffsetAndMetadata offset = committed.get(partition);
          return offset == null ? beginning : Math.max(beginning, offset.offset());
        });
        readFrom(
            consumer, from, entry -> lag.merge(group + " on " + entry.topic(), 1, Integer::sum));
      }
    }
    return lag;
  }

  private static void readFrom(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> from,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> end = consumer.endOffsets(from.keySet());
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (end.entrySet().stream()
        .anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the topics can't be read to their end in " + TIMEOUT);
      }
      consumer.poll(POLL).forEach(reader);
    }
  }

  /** Where all partitions of these topics begin: two requests, however many there are. */
  private static Map<TopicPartition, Long> beginnings(
      KafkaConsumer<byte[], byte[]> consumer, Collection<String> topics) {
    Map<String, List<PartitionInfo>> all = consumer.listTopics();
    return consumer.beginningOffsets(
        topics.stream()
            .flatMap(topic -> Objects.requireNonNull(all.get(topic), topic).stream())
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList());
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
      throws InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the offsets of " + group + " can't be read", e);
    }
  }

  private Admin admin() {
    Properties properties = new Properties();
    properties.putAll(connection);
    properties.put(
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(TIMEOUT.toMillis()));
    return Admin.create(properties);
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Properties properties = new Properties();
    properties.putAll(connection);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(TIMEOUT.toMillis()));
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
