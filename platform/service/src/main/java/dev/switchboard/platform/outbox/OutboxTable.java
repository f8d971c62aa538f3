package dev.switchboard.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code outbox} and {@code outbox_shard} as the relay uses them. */
final class OutboxTable {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  OutboxTable(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void createShards(int shards) {
    jdbc.update(
        "insert into outbox_shard (shard) select generate_series(0, ? - 1) on conflict do nothing",
        shards);
  }

  /** Takes or renews the lease of a shard by the database's clock. */
  boolean lease(int shard, String owner, Duration length) {
    return jdbc.update(
            """
            update outbox_shard set owner = ?, leased_until = clock_timestamp() + ? * interval '1 millisecond'
            where shard = ? and (owner = ? or owner is null or leased_until < clock_timestamp())
            """,
            owner,
            length.toMillis(),
            shard,
            owner)
        == 1;
  }

  void release(int shard, String owner) {
    jdbc.update("update outbox_shard set owner = null where shard = ? and owner = ?", shard, owner);
  }

  /** The oldest unsent events of a shard, without those of keys that rest. */
  List<OutboxRow> next(int shard, int limit) {
    return jdbc.query(
        """
        select sequence, topic, key, headers, payload from outbox o
        where shard = ? and not exists (
          select 1 from outbox b where b.shard = o.shard and b.topic = o.topic and b.key = o.key
          and b.blocked_until > clock_timestamp())
        order by sequence limit ?
        """,
        (row, index) ->
            new OutboxRow(
                row.getLong("sequence"),
                row.getString("topic"),
                row.getString("key"),
                json.readValue(row.getString("headers"), HEADERS),
                row.getBytes("payload")),
        shard,
        limit);
  }

  /** They are in the outbox no more, but can be sent again for a while. */
  void moveToSent(List<OutboxRow> rows) {
    Long[] sequences = rows.stream().map(OutboxRow::sequence).toArray(Long[]::new);
    jdbc.update(
        """
        with gone as (
          delete from outbox where sequence = any (?)
          returning sequence, shard, event_id, topic, key, headers, payload)
        insert into outbox_sent (sequence, shard, event_id, topic, key, headers, payload)
        select sequence, shard, event_id, topic, key, headers, payload from gone
        """,
        (Object) sequences);
  }

  /** Forgets some of what was sent so long ago; past what another instance is forgetting. */
  int forgetSent(Duration age, int limit) {
    return jdbc.update(
        """
        delete from outbox_sent where ctid = any (array(
          select ctid from outbox_sent where sent_at < clock_timestamp() - ? * interval '1 millisecond'
          limit ? for update skip locked))
        """,
        age.toMillis(),
        limit);
  }

  /** Lets the key of this row rest; later events of the key wait behind it. */
  void block(OutboxRow row, Duration rest) {
    jdbc.update(
        "update outbox set blocked_until = clock_timestamp() + ? * interval '1 millisecond' where sequence = ?",
        rest.toMillis(),
        row.sequence());
  }

  /** Age in seconds of the oldest unsent event; 0 when there is none. */
  double oldestAgeSeconds() {
    return jdbc
        .queryForList(
            "select extract(epoch from clock_timestamp() - created_at) from outbox order by sequence limit 1",
            Double.class)
        .stream()
        .mapToDouble(age -> Math.max(0, age))
        .sum();
  }

  double blocked() {
    Double count =
        jdbc.queryForObject(
            "select count(*) from outbox where blocked_until is not null", Double.class);
    return count == null ? 0 : count;
  }
}
