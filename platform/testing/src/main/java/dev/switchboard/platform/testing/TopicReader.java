package dev.switchboard.platform.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that was committed to the topics that tests look at, read once and kept: a consumer for each
 * look would spend most of a test run on waiting for empty fetches. Thread-safe.
 */
final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed");

  /** Knows the end of a topic behind a transaction that is still open. */
  private final KafkaConsumer<byte[], byte[]> ahead = consumer("read_uncommitted");

  private final Set<TopicPartition> partitions = new HashSet<>();
  private final Map<String, Map<String, List<ConsumerRecord<byte[], byte[]>>>> read =
      new HashMap<>();

  /** One for all tests of a JVM, as Kafka is. */
  private static final class Shared {
    private static final TopicReader READER = new TopicReader();
  }

  private TopicReader() {}

  private static KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestKafka.bootstrapServers(),
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            "20",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            isolation));
  }

  static TopicReader shared() {
    return Shared.READER;
  }

  /**
   * All that was committed to the topic with this key until now, in order. Another transaction that
   * is open on the topic hides what was committed after its begin: it is waited for.
   *
   * @throws AssertionError when it can't be read within 15 s
   */
  synchronized List<ConsumerRecord<byte[], byte[]>> committed(String topic, String key) {
    List<TopicPartition> wanted = assign(topic);
    Map<TopicPartition, Long> ends = ahead.endOffsets(wanted);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isRead(ends)) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(topic + " can't be read to its end");
      }
      consumer.poll(POLL).forEach(this::keep);
    }
    return List.copyOf(read.getOrDefault(topic, Map.of()).getOrDefault(key, List.of()));
  }

  private boolean isRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private List<TopicPartition> assign(String topic) {
    List<TopicPartition> wanted =
        partitions.stream().filter(each -> each.topic().equals(topic)).toList();
    if (!wanted.isEmpty()) {
      return wanted;
    }
    List<TopicPartition> added =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    partitions.addAll(added);
    consumer.assign(partitions); // positions of the others stay
    consumer.seekToBeginning(added);
    return added;
  }

  private void keep(ConsumerRecord<byte[], byte[]> event) {
    if (event.key() != null && event.value() != null) {
      read.computeIfAbsent(event.topic(), topic -> new HashMap<>())
          .computeIfAbsent(
              new String(event.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
          .add(event);
    }
  }
}
