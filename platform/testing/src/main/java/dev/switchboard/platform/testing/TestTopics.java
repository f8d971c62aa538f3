package dev.switchboard.platform.testing;

import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the other services: writes their events to the real topics and reads what the service under
 * test has published. Every event on its way in or out is checked against its contract.
 */
public final class TestTopics {
  private final JsonMapper json;
  private final KafkaProducer<byte[], byte[]> producer;

  TestTopics(JsonMapper json) {
    this.json = json;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestKafka.bootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.LINGER_MS_CONFIG,
                "0"));
  }

  /** An event as read from a topic. */
  public record Event(UUID id, String type, String key, JsonNode data) {}

  /** Writes an event of another service with a new id, and returns the id. */
  public UUID send(String topic, String key, String type, UUID accountId, Object data) {
    UUID id = Ids.next();
    send(topic, key, type, accountId, data, id);
    return id;
  }

  /** Writes an event with this id: the same id twice is the same event delivered twice. */
  public void send(
      String topic, String key, String type, @Nullable UUID accountId, Object data, UUID id) {
    byte[] value = data instanceof byte[] raw ? raw : json.writeValueAsBytes(data);
    if (!(data instanceof byte[])) {
      ContractChecks.requireValid(type, json.readTree(value));
    }
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topic, bytes(key), value);
    event.headers().add("ce_specversion", bytes("1.0"));
    event.headers().add("ce_id", bytes(id.toString()));
    event.headers().add("ce_type", bytes(type));
    event.headers().add("ce_source", bytes("/switchboard/test"));
    event.headers().add("ce_subject", bytes(key));
    event.headers().add("ce_time", bytes(Instant.now().toString()));
    if (accountId != null) {
      event.headers().add("ce_accountid", bytes(accountId.toString()));
    }
    event.headers().add("content-type", bytes("application/json"));
    try {
      producer.send(event).get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits up to 15 s for an event with this key that fits. */
  public Event await(String topic, String key, Predicate<Event> fits) {
    return awaitCount(topic, key, fits, 1, Duration.ofSeconds(15)).getFirst();
  }

  /** Waits up to 15 s for an event of this type and key. */
  public Event await(String topic, String key, String type) {
    return await(topic, key, event -> event.type().equals(type));
  }

  /** All committed events of a key so far, in order. */
  public List<Event> all(String topic, String key) {
    return awaitCount(topic, key, event -> true, 0, Duration.ofSeconds(5));
  }

  private List<Event> awaitCount(
      String topic, String key, Predicate<Event> fits, int count, Duration atMost) {
    List<Event> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + atMost.toNanos();
      while (System.nanoTime() - deadline < 0) {
        for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(100))) {
          add(event, key, fits, found);
        }
        boolean read =
            ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        if (count == 0 ? read : found.size() >= count) {
          return found;
        }
      }
    }
    if (found.size() < count) {
      throw new AssertionError("no such event for " + key + " on " + topic);
    }
    return found;
  }

  private void add(
      ConsumerRecord<byte[], byte[]> event, String key, Predicate<Event> fits, List<Event> found) {
    if (event.key() == null || !key.equals(text(event.key())) || event.value() == null) {
      return;
    }
    Event read =
        new Event(
            UUID.fromString(header(event, "ce_id")),
            header(event, "ce_type"),
            key,
            json.readTree(event.value()));
    ContractChecks.requireValid(read.type(), read.data());
    if (fits.test(read)) {
      found.add(read);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestKafka.bootstrapServers(),
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"));
  }

  private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
    return text(event.headers().lastHeader(name).value());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
