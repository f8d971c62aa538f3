package dev.switchboard.billing.preview;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what an account had since a time: four statements, however much it is. */
@Component
class ReadHistory {
  private static final String SINCE =
      " where account_id = ? and (ended_at is null or ended_at >= ?)";

  private final JdbcClient jdbc;

  ReadHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When the account signed up and where its days begin; none while billing does not know it. */
  Optional<History> account(UUID accountId) {
    return jdbc.sql("select signed_up_at, time_zone from billing_account where account_id = ?")
        .param(accountId)
        .query((row, index) ->
            new History(
                instant(row, "signed_up_at"),
                ZoneId.of(row.getString("time_zone")),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of()))
        .optional();
  }

  /**
   * All that had not ended before this instant.
   *
   * @param empty the account without its history
   */
  History since(UUID accountId, History empty, Instant instant) {
    OffsetDateTime since = instant.atOffset(java.time.ZoneOffset.UTC);
    return new History(
        empty.signedUpAt(),
        empty.zone(),
        jdbc.sql("select slot_id, plan, started_at, ended_at from charge_interval" + SINCE)
            .params(accountId, since)
            .query((row, index) ->
                new Span.Slot(
                    row.getObject("slot_id", UUID.class),
                    Plan.valueOf(row.getString("plan")),
                    instant(row, "started_at"),
                    end(row)))
            .list(),
        jdbc.sql("select user_id, slot_id, plan, started_at, ended_at from seat_interval" + SINCE)
            .params(accountId, since)
            .query((row, index) ->
                new Span.Seat(
                    row.getObject("user_id", UUID.class),
                    row.getObject("slot_id", UUID.class),
                    Plan.valueOf(row.getString("plan")),
                    instant(row, "started_at"),
                    end(row)))
            .list(),
        jdbc.sql("select number, use, user_id, started_at, ended_at from number_interval" + SINCE)
            .params(accountId, since)
            .query((row, index) ->
                new Span.Held(
                    row.getString("number"),
                    "COMPANY_MAIN".equals(row.getString("use")),
                    row.getObject("user_id", UUID.class),
                    instant(row, "started_at"),
                    end(row)))
            .list());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  private static @Nullable Instant end(ResultSet row) throws SQLException {
    OffsetDateTime end = row.getObject("ended_at", OffsetDateTime.class);
    return end == null ? null : end.toInstant();
  }
}
