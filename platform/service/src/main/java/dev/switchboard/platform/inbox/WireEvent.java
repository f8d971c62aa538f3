package dev.switchboard.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/** A record's CloudEvents attributes (binary mode, Kafka protocol binding 1.0) and its raw data. */
record WireEvent(
    UUID id, String type, String subject, Instant time, @Nullable UUID accountId, byte[] data) {

  static WireEvent of(Message<?> message) {
    if (!(message.getPayload() instanceof byte[] data)) {
      throw new BrokenEventException("no data");
    }
    try {
      String account = attribute(message, "accountid");
      return new WireEvent(
          UUID.fromString(required(message, "id")),
          required(message, "type"),
          required(message, "subject"),
          Instant.parse(required(message, "time")),
          account == null ? null : UUID.fromString(account),
          data);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new BrokenEventException("malformed CloudEvents attribute", e);
    }
  }

  private static String required(Message<?> message, String name) {
    String value = attribute(message, name);
    if (value == null) {
      throw new BrokenEventException("CloudEvents attribute " + name + " is missing");
    }
    return value;
  }

  /** Spring Cloud Function may rename the Kafka prefix {@code ce_} to its own {@code ce-}. */
  private static @Nullable String attribute(Message<?> message, String name) {
    Object value = message.getHeaders().get("ce_" + name);
    if (value == null) {
      value = message.getHeaders().get("ce-" + name);
    }
    return switch (value) {
      case null -> null;
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      default -> value.toString();
    };
  }
}
