package dev.switchboard.platform.inbox;

import dev.switchboard.platform.tenancy.Tenancy;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers which events this service has taken in: the row is written in the transaction of the
 * effect, so that each event takes effect exactly once however often it is delivered.
 */
public final class Inbox {
  private static final String REMEMBER =
      """
      insert into inbox (event_id, consumer) select ?, ?
      where not exists (select 1 from parked_key where consumer = ? and topic = ? and key = ?)
      on conflict do nothing
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final String consumer;

  Inbox(JdbcTemplate jdbc, TransactionTemplate transaction, JsonMapper json, String consumer) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
    this.consumer = consumer;
  }

  /** Whether the effect of this event is in the database of this service. */
  public boolean contains(UUID eventId) {
    return !jdbc.queryForList(
            "select 1 from inbox where event_id = ? and consumer = ?",
            Integer.class,
            eventId,
            consumer)
        .isEmpty();
  }

  void once(String topic, WireEvent event, Runnable effect) {
    Runnable unit =
        () ->
            transaction.executeWithoutResult(status -> {
              if (remember(topic, event)) {
                effect.run();
              }
            });
    if (event.accountId() == null) {
      Tenancy.asSystem(unit);
    } else {
      Tenancy.as(event.accountId(), unit);
    }
  }

  private boolean remember(String topic, WireEvent event) {
    int rows = jdbc.update(REMEMBER, event.id(), consumer, consumer, topic, event.subject());
    if (rows == 0 && !contains(event.id())) {
      throw new BrokenEventException("waits behind a dead letter of the same key");
    }
    return rows == 1;
  }

  <T> T parse(WireEvent event, Class<T> type) {
    try {
      return json.readValue(event.data(), type);
    } catch (JacksonException e) {
      throw new BrokenEventException(
          "data of " + event.type() + " can't be read: " + e.getOriginalMessage(), e);
    }
  }
}
