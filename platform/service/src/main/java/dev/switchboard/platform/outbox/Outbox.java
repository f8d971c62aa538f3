package dev.switchboard.platform.outbox;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.time.Ids;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events in the transaction of the change that they tell of. Call it after the aggregate's
 * versioned update: the row lock of that update is what keeps the events of one key in order.
 */
public final class Outbox {
  private static final String INSERT =
      "insert into outbox (shard, event_id, topic, key, headers, payload) values (?, ?, ?, ?, ?::jsonb, ?)";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final String source;
  private final int shards;
  private final ShardSignal signal;
  private final Tracer tracer;
  private final Propagator propagator;
  private final WrittenEvents written;

  Outbox(
      JdbcTemplate jdbc,
      JsonMapper json,
      Clock clock,
      String serviceName,
      OutboxProperties properties,
      ShardSignal signal,
      Tracer tracer,
      Propagator propagator,
      WrittenEvents written) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.source = "/switchboard/" + serviceName;
    this.shards = properties.shards();
    this.signal = signal;
    this.tracer = tracer;
    this.propagator = propagator;
    this.written = written;
  }

  /**
   * Writes one event.
   *
   * @return its id, which is also what a consumer's inbox will hold
   * @throws IllegalStateException outside a transaction
   */
  public UUID add(OutgoingEvent event) {
    return add(List.of(event)).getFirst();
  }

  /**
   * Writes several events in this order with one round trip.
   *
   * @return their ids in the same order
   * @throws IllegalStateException outside a transaction
   */
  public List<UUID> add(List<OutgoingEvent> events) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an event is written in the transaction of its change");
    }
    List<UUID> ids = events.stream().map(event -> Ids.next()).toList();
    BitSet touched = new BitSet(shards);
    jdbc.batchUpdate(
        INSERT,
        new BatchPreparedStatementSetter() {
          @Override
          public void setValues(PreparedStatement statement, int i) throws SQLException {
            OutgoingEvent event = events.get(i);
            int shard = shardOf(event.key());
            touched.set(shard);
            statement.setShort(1, (short) shard);
            statement.setObject(2, ids.get(i));
            statement.setString(3, event.topic());
            statement.setString(4, event.key());
            statement.setString(5, json.writeValueAsString(headers(event, ids.get(i))));
            byte[] payload = payload(event.data());
            if (payload == null) {
              statement.setNull(6, Types.BINARY);
            } else {
              statement.setBytes(6, payload);
            }
          }

          @Override
          public int getBatchSize() {
            return events.size();
          }
        });
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            touched.stream().forEach(signal::wake);
            events.forEach(event -> written.count(event.type()));
          }
        });
    return ids;
  }

  private int shardOf(String key) {
    return Math.floorMod(key.hashCode(), shards);
  }

  private byte @Nullable [] payload(@Nullable Object data) {
    return data == null ? null : json.writeValueAsBytes(data);
  }

  private Map<String, String> headers(OutgoingEvent event, UUID id) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_type", event.type());
    headers.put("ce_source", source);
    headers.put("ce_subject", event.key());
    headers.put("ce_time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    if (event.accountId() != null) {
      headers.put("ce_accountid", event.accountId().toString());
    }
    headers.put("content-type", "application/json");
    Span span = tracer.currentSpan();
    if (span != null) {
      propagator.inject(
          span.context(),
          headers,
          (carrier, name, value) -> {
            if (carrier != null) {
              carrier.put(name, value);
            }
          });
    }
    return headers;
  }
}
