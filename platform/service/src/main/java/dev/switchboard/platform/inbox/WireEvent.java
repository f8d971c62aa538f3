package dev.switchboard.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * A record's CloudEvents attributes (binary mode, Kafka protocol binding 1.0) and its raw data.
 *
 * @param key the record's key as text: what later events wait for
 */
record WireEvent(
    String key,
    UUID id,
    String type,
    String subject,
    Instant time,
    @Nullable UUID accountId,
    byte[] data) {

  static WireEvent of(Message<?> message) {
    return of(
        message.getHeaders().get(KafkaHeaders.RECEIVED_KEY),
        message.getHeaders(),
        message.getPayload() instanceof byte[] data ? data : null);
  }

  /** Reads the headers of a record, as it came or as it was kept. */
  static WireEvent of(@Nullable Object key, Map<String, ?> headers, byte @Nullable [] data) {
    if (data == null) {
      throw new BrokenEventException("no data");
    }
    try {
      String account = attribute(headers, "accountid");
      String subject = required(headers, "subject");
      return new WireEvent(
          key == null ? subject : text(key),
          UUID.fromString(required(headers, "id")),
          required(headers, "type"),
          subject,
          Instant.parse(required(headers, "time")),
          account == null ? null : UUID.fromString(account),
          data);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new BrokenEventException("malformed CloudEvents attribute", e);
    }
  }

  /** As text that PostgreSQL can hold. */
  static String text(Object value) {
    String text =
        value instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : value.toString();
    return text.replace('\0', '\uFFFD');
  }

  private static String required(Map<String, ?> headers, String name) {
    String value = attribute(headers, name);
    if (value == null) {
      throw new BrokenEventException("CloudEvents attribute " + name + " is missing");
    }
    return value;
  }

  /** Spring Cloud Function may rename the Kafka prefix {@code ce_} to its own {@code ce-}. */
  private static @Nullable String attribute(Map<String, ?> headers, String name) {
    Object value = headers.get("ce_" + name);
    if (value == null) {
      value = headers.get("ce-" + name);
    }
    return value == null ? null : text(value);
  }
}
