package dev.switchboard.platform.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code dead_letter}: records that could not be handled and those that wait for them.
 */
final class DeadLetterTable {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
  private static final int MAX_CAUSE = 1_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final String consumer;

  DeadLetterTable(
      JdbcTemplate jdbc, TransactionTemplate transaction, JsonMapper json, String consumer) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
    this.consumer = consumer;
  }

  /** One kept record; without a cause it only waits behind an earlier one of its key. */
  record Row(
      long id,
      String topic,
      @Nullable String key,
      @Nullable String eventId,
      Map<String, String> headers,
      byte @Nullable [] payload,
      @Nullable String cause) {}

  /**
   * Keeps a record.
   *
   * @param cause why it could not be handled, or null when it waits behind an earlier one
   * @return the cause it is kept with, the first one when it was kept before; empty when it waits
   * @throws IllegalStateException when it has nothing to wait for any more and can be handled
   */
  Optional<String> keep(ConsumerRecord<?, ?> event, @Nullable String cause) {
    return transaction.execute(status -> {
      String key = event.key() == null ? null : WireEvent.text(event.key());
      lock(event.topic(), key);
      if (cause == null && first(event.topic(), key).isEmpty()) {
        throw new IllegalStateException("the dead letter of the key has been redriven");
      }
      insert(event, key, cause);
      return causeOf(event);
    });
  }

  private void insert(ConsumerRecord<?, ?> event, @Nullable String key, @Nullable String cause) {
    Map<String, String> headers = new LinkedHashMap<>();
    event
        .headers()
        .forEach(header -> {
          if (header.value() != null) {
            headers.put(WireEvent.text(header.key()), WireEvent.text(header.value()));
          }
        });
    jdbc.update(
        """
        insert into dead_letter
          (consumer, topic, kafka_partition, kafka_offset, key, event_id, headers, payload, cause)
        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
        """,
        consumer,
        event.topic(),
        event.partition(),
        event.offset(),
        key,
        headers.get("ce_id"),
        json.writeValueAsString(headers),
        event.value() instanceof byte[] payload ? payload : null,
        cut(cause));
  }

  private Optional<String> causeOf(ConsumerRecord<?, ?> event) {
    return jdbc.query(
            "select cause from dead_letter where consumer = ? and topic = ? and kafka_partition = ? and kafka_offset = ? order by id desc limit 1",
            (row, index) -> Optional.ofNullable(row.getString(1)),
            consumer,
            event.topic(),
            event.partition(),
            event.offset())
        .getFirst();
  }

  /** Nobody else keeps or redrives records of this key until the transaction ends. */
  void lock(String topic, @Nullable String key) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtextextended(? || ' ' || ? || ' ' || ?, 0))",
        row -> {},
        consumer,
        topic,
        key == null ? "" : key);
  }

  /** The topics and keys that have dead letters, oldest first; records without key one by one. */
  List<Row> heads() {
    return rows(
        """
        id in (select min(id) from dead_letter where consumer = ?
               group by topic, key, case when key is null then id end)
        """);
  }

  /** The oldest record of a key, if any. */
  List<Row> first(String topic, @Nullable String key) {
    return rows("consumer = ? and topic = ? and key = ?", topic, key).stream().limit(1).toList();
  }

  private List<Row> rows(String condition, @Nullable Object... parameters) {
    Object[] all = new Object[parameters.length + 1];
    all[0] = consumer;
    System.arraycopy(parameters, 0, all, 1, parameters.length);
    return jdbc.query(
        "select id, topic, key, event_id, headers::text, payload, cause from dead_letter where "
            + condition
            + " order by id limit 1000",
        (row, index) ->
            new Row(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("event_id"),
                json.readValue(row.getString("headers"), HEADERS),
                row.getBytes("payload"),
                row.getString("cause")),
        all);
  }

  boolean delete(long id) {
    return jdbc.update("delete from dead_letter where consumer = ? and id = ?", consumer, id) == 1;
  }

  void setCause(long id, String cause) {
    jdbc.update("update dead_letter set cause = ? where id = ?", cut(cause), id);
  }

  /** How many records are kept: dead letters, or those that only wait. */
  double count(boolean waiting) {
    Double count =
        jdbc.queryForObject(
            "select count(*) from dead_letter where consumer = ? and (cause is null) = ?",
            Double.class,
            consumer,
            waiting);
    return count == null ? 0 : count;
  }

  /** How many records wait behind this one. */
  int waitingBehind(Row row) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from dead_letter where consumer = ? and topic = ? and key = ? and id > ?",
            Integer.class,
            consumer,
            row.topic(),
            row.key(),
            row.id());
    return count == null ? 0 : count;
  }

  private static @Nullable String cut(@Nullable String cause) {
    return cause == null || cause.length() <= MAX_CAUSE ? cause : cause.substring(0, MAX_CAUSE);
  }
}
