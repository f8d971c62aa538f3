package dev.switchboard.billing.payment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores each try of a payment: at most one is open, and it is asked for by its id. */
@Component
class Attempts {
  /** The outcome of a try that succeeded. */
  static final String TAKEN = "TAKEN";

  private final JdbcClient jdbc;

  Attempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One try.
   *
   * @param cardToken of the card that it charges
   * @param present whether the owner of the card was there
   */
  record Attempt(
      UUID attemptId,
      UUID statementId,
      UUID accountId,
      String cardToken,
      boolean present,
      Instant beganAt) {}

  void begin(Attempt attempt) {
    jdbc.sql(
            """
            insert into payment_attempt (attempt_id, statement_id, account_id, card_token, present, began_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            attempt.attemptId(),
            attempt.statementId(),
            attempt.accountId(),
            attempt.cardToken(),
            attempt.present(),
            attempt.beganAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The one that has no outcome yet. */
  Optional<Attempt> open(UUID accountId, UUID statementId) {
    return jdbc.sql(
            "select * from payment_attempt where account_id = ? and statement_id = ? and ended_at is null")
        .params(accountId, statementId)
        .query((row, index) ->
            new Attempt(
                row.getObject("attempt_id", UUID.class),
                statementId,
                accountId,
                row.getString("card_token"),
                row.getBoolean("present"),
                Objects.requireNonNull(row.getObject("began_at", OffsetDateTime.class))
                    .toInstant()))
        .optional();
  }

  /** Whether the try had no outcome before. */
  boolean end(Attempt attempt, String outcome, Instant now) {
    return jdbc.sql(
                """
                update payment_attempt set outcome = ?, ended_at = ?
                where attempt_id = ? and account_id = ? and ended_at is null
                """)
            .params(outcome, now.atOffset(ZoneOffset.UTC), attempt.attemptId(), attempt.accountId())
            .update()
        == 1;
  }
}
