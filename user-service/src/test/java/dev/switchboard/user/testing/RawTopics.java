package dev.switchboard.user.testing;

import dev.switchboard.platform.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Topics as they are: also tombstones, and text that should not be there. */
public final class RawTopics {

  private RawTopics() {}

  /**
   * A record.
   *
   * @param value null: tombstone
   */
  public record Raw(String topic, @Nullable String key, @Nullable String value, String headers) {}

  /** All committed records of these topics. */
  public static List<Raw> all(String... topics) {
    List<Raw> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                TestKafka.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Arrays.stream(topics)
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(event ->
                found.add(
                    new Raw(
                        event.topic(),
                        text(event.key()),
                        text(event.value()),
                        headers(event.headers()))));
      }
    }
    return found;
  }

  /** All committed records of a key. */
  public static List<Raw> of(String topic, String key) {
    return all(topic).stream().filter(raw -> key.equals(raw.key())).toList();
  }

  private static String headers(Iterable<org.apache.kafka.common.header.Header> headers) {
    StringBuilder all = new StringBuilder();
    headers.forEach(
        header -> all.append(header.key()).append('=').append(text(header.value())).append(';'));
    return all.toString();
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
