package dev.switchboard.platform.inbox;

import dev.switchboard.platform.tenancy.Tenancy;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers which events this service has taken in: the row is written in the transaction of the
 * effect, so that each event takes effect exactly once however often it is delivered.
 */
public final class Inbox {
  private static final String REMEMBER =
      "insert into inbox (event_id, consumer) values (?, ?) on conflict do nothing";
  private static final String REMEMBER_IN_TURN =
      """
      insert into inbox (event_id, consumer) select ?, ?
      where not exists (select 1 from dead_letter where consumer = ? and topic = ? and key = ?)
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

  /** Applies the effect unless it has been applied, or waits behind a dead letter of its key. */
  void once(String topic, WireEvent event, Runnable effect) {
    inTransaction(event, () -> rememberInTurn(topic, event), effect);
  }

  /** Applies the effect of a dead letter unless it has been applied; {@code take} removes it. */
  void redrive(WireEvent event, BooleanSupplier take, Runnable effect) {
    inTransaction(
        event,
        () -> take.getAsBoolean() && jdbc.update(REMEMBER, event.id(), consumer) == 1,
        effect);
  }

  private void inTransaction(WireEvent event, BooleanSupplier first, Runnable effect) {
    Runnable unit =
        () ->
            transaction.executeWithoutResult(status -> {
              if (first.getAsBoolean()) {
                effect.run();
              }
            });
    if (event.accountId() == null) {
      Tenancy.asSystem(unit);
    } else {
      Tenancy.as(event.accountId(), unit);
    }
  }

  private boolean rememberInTurn(String topic, WireEvent event) {
    int rows = jdbc.update(REMEMBER_IN_TURN, event.id(), consumer, consumer, topic, event.key());
    if (rows == 0 && !contains(event.id())) {
      throw new WaitsBehindDeadLetterException();
    }
    return rows == 1;
  }

  <T> T parse(WireEvent event, Class<T> type) {
    T data;
    try {
      data = json.readValue(event.data(), type);
    } catch (JacksonException e) {
      // Neither its message nor the exception itself: both would carry the data into log and topic.
      throw new BrokenEventException("data of " + event.type() + " can't be read" + where(e));
    }
    return requireObject(event, data);
  }

  private static <T> T requireObject(WireEvent event, @Nullable T data) {
    if (data == null) {
      throw new BrokenEventException("data of " + event.type() + " is null");
    }
    return data;
  }

  private static String where(JacksonException cause) {
    return (cause instanceof DatabindException wrong ? " at " + wrong.getPathReference() : "")
        + " ("
        + cause.getClass().getSimpleName()
        + ")";
  }
}
