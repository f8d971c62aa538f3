package dev.switchboard.e2e.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A record of a topic.
 *
 * @param time when it was written to the topic
 * @param id the CloudEvents id
 * @param type the CloudEvents type
 * @param data a missing node when the record is a tombstone
 */
record Event(
    String topic,
    int partition,
    long offset,
    Instant time,
    String key,
    String id,
    String type,
    JsonNode data) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Event of(ConsumerRecord<byte[], byte[]> entry) {
    return new Event(
        entry.topic(),
        entry.partition(),
        entry.offset(),
        Instant.ofEpochMilli(entry.timestamp()),
        entry.key() == null ? "" : new String(entry.key(), StandardCharsets.UTF_8),
        header(entry, "ce_id"),
        header(entry, "ce_type"),
        entry.value() == null ? MissingNode.getInstance() : JSON.readTree(entry.value()));
  }

  /** Whether it says that the key is no more. */
  boolean isTombstone() {
    return data.isMissingNode();
  }

  /** Whether it tells an aggregate again as it is: nothing has changed by it (ADR 26). */
  boolean isRepublished() {
    return data.path("changed").isArray() && data.path("changed").isEmpty();
  }

  /** A property as text; empty when it is missing or null. */
  String text(String property) {
    return data.path(property).asString("");
  }

  long version() {
    return data.path("version").asLong(0);
  }

  private static String header(ConsumerRecord<byte[], byte[]> entry, String name) {
    Header header = entry.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
