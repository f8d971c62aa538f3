package dev.switchboard.platform.sample;

import dev.switchboard.platform.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Topics as any other program sees them: bytes, read committed. */
public final class Wire {
  private static final KafkaProducer<byte[], byte[]> PRODUCER =
      new KafkaProducer<>(
          Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  private Wire() {}

  /** One committed record. */
  public record Read(
      int partition, @Nullable String key, @Nullable String value, Map<String, String> headers) {

    /** The CloudEvents id. */
    public String id() {
      return String.valueOf(headers.get("ce_id"));
    }
  }

  /** Makes a topic with one replica. */
  public static void createTopic(String name, int partitions, Map<String, String> config) {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
      NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(config);
      admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The headers of a well-formed event. */
  public static Map<String, String> headers(UUID id, String subject) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_type", "thing.changed");
    headers.put("ce_source", "/switchboard/test");
    headers.put("ce_subject", subject);
    headers.put("ce_time", "2026-11-01T00:00:00Z");
    return headers;
  }

  /** Writes one record and waits for the broker's answer. */
  public static void send(
      String topic, @Nullable String key, Map<String, String> headers, String value) {
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>(topic, key == null ? null : bytes(key), bytes(value));
    headers.forEach((name, text) -> sent.headers().add(name, bytes(text)));
    try {
      PRODUCER.send(sent).get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads from the beginning until the records fit, at most 30 s. */
  public static List<Read> readUntil(String topic, Predicate<List<Read>> fit) {
    List<Read> found = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!fit.test(found)) {
        if (System.nanoTime() - deadline > 0) {
          throw new AssertionError(topic + " has only " + found.size() + " records");
        }
        consumer.poll(Duration.ofMillis(50)).forEach(each -> found.add(read(each)));
      }
    }
    return found;
  }

  /** All that is committed now. */
  public static List<Read> readAll(String topic) {
    List<Read> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(50)).forEach(each -> found.add(read(each)));
      }
    }
    return found;
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestKafka.bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static Read read(ConsumerRecord<byte[], byte[]> each) {
    Map<String, String> headers = new LinkedHashMap<>();
    each.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    return new Read(
        each.partition(),
        each.key() == null ? null : text(each.key()),
        each.value() == null ? null : text(each.value()),
        headers);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
