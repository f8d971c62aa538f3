package dev.switchboard.billing.timeline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time of an account that statements have been issued for: its history does not change any
 * more. What is learnt of it too late counts from its end on, so that each statement stays what its
 * history says and nothing is charged twice.
 */
@Component
class ClosedTime {
  private final JdbcClient jdbc;

  ClosedTime(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the account has ended for good. It stays as it is until the transaction ends. */
  boolean hasEnded(UUID accountId) {
    return jdbc.sql("select closed_at from billing_account where account_id = ? for share")
        .param(accountId)
        .query((row, index) -> row.getObject(1) != null)
        .optional()
        .orElse(false);
  }

  /**
   * This time, or the end of the closed time when that is later. No statement is issued until the
   * transaction ends.
   */
  Instant notBefore(UUID accountId, Instant at) {
    return jdbc
        .sql("select closed_until from billing_account where account_id = ? for share")
        .param(accountId)
        .query((row, index) -> row.getObject(1, OffsetDateTime.class))
        .list()
        .stream()
        .filter(closed -> closed != null && closed.toInstant().isAfter(at))
        .map(OffsetDateTime::toInstant)
        .findFirst()
        .orElse(at);
  }
}
