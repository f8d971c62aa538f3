package dev.switchboard.gateway.testing;

import dev.switchboard.platform.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes to user.sessions.v1 as user-service does, on a real broker. */
public final class SessionEvents {
  private static final JsonMapper JSON = new JsonMapper();

  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  /** One session is over. */
  public void ended(StubSessions.Session session) {
    publish(session.userId(), data(session.userId(), session.sessionId()));
  }

  /** All sessions of the user are over. */
  public void allEnded(UUID userId) {
    publish(userId, data(userId, null));
  }

  /** A session.ended whose key or data may be broken. */
  public void raw(@Nullable String key, @Nullable String data) {
    send("session.ended", bytes(key), bytes(data));
  }

  /** An event of another type on the same topic. */
  public void other(UUID userId) {
    send("session.seen", bytes(userId.toString()), bytes(data(userId, null)));
  }

  private void publish(UUID userId, String data) {
    send("session.ended", bytes(userId.toString()), bytes(data));
  }

  private void send(String type, byte @Nullable [] key, byte @Nullable [] data) {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>("user.sessions.v1", key, data);
    event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    try {
      producer.send(event).get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the event was not sent", e);
    }
  }

  private static String data(UUID userId, @Nullable UUID sessionId) {
    Map<String, Object> data = new HashMap<>();
    data.put("userId", userId);
    data.put("accountId", UUID.randomUUID());
    data.put("sessionId", sessionId);
    data.put("reason", sessionId == null ? "PASSWORD_RESET" : "SIGNED_OUT");
    data.put("endedAt", Instant.now().toString());
    return JSON.writeValueAsString(data);
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
