package dev.switchboard.platform.testing;

import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the other services: writes their events to the real topics and reads what the service under
 * test has published. Every event on its way in or out is checked against its contract.
 */
public final class TestTopics {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final JsonMapper json;
  private final JdbcClient database;
  private final KafkaProducer<byte[], byte[]> producer;

  TestTopics(JsonMapper json, DataSource database) {
    this.json = json;
    this.database = JdbcClient.create(database);
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
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int seen = 0;
    do {
      List<ConsumerRecord<byte[], byte[]>> events = TopicReader.shared().committed(topic, key);
      for (ConsumerRecord<byte[], byte[]> each : events.subList(seen, events.size())) {
        Event event = read(each);
        if (fits.test(event)) {
          return event;
        }
      }
      seen = events.size();
    } while (System.nanoTime() - deadline < 0 && pause());
    throw new AssertionError("no such event for " + key + " on " + topic);
  }

  /** Waits up to 15 s for an event of this type and key. */
  public Event await(String topic, String key, String type) {
    return await(topic, key, event -> event.type().equals(type));
  }

  /**
   * All events of a key so far, in order. What the service has written and not yet sent is waited
   * for, up to 15 s.
   */
  public List<Event> all(String topic, String key) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (isUnsent(topic, key) && pause()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(
            "the service does not send its events for " + key + " to " + topic);
      }
    }
    return TopicReader.shared().committed(topic, key).stream().map(this::read).toList();
  }

  private boolean isUnsent(String topic, String key) {
    return database
        .sql(
            """
            select exists (select 1 from outbox
              where topic = ? and key = ? and coalesce(blocked_until < clock_timestamp(), true))
            """)
        .params(topic, key)
        .query(Boolean.class)
        .single();
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Event read(ConsumerRecord<byte[], byte[]> event) {
    Event read =
        new Event(
            UUID.fromString(header(event, "ce_id")),
            header(event, "ce_type"),
            text(event.key()),
            json.readTree(event.value()));
    ContractChecks.requireValid(read.type(), read.data());
    return read;
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
