package dev.switchboard.billing.timeline;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one account's three timelines, read together, and the history that they are. */
final class Intervals {
  /** The open ones of some users of an account, and of the slots that they sit in. */
  static final String PRESENT_OF_USERS =
      """
      select 'SLOT', account_id, started_at, ended_at, plan, slot_id, null::uuid, null, null
      from charge_interval where account_id = :account and ended_at is null and slot_id in (
        select slot_id from seat_interval
        where account_id = :account and user_id = any (:users) and ended_at is null)
      union all
      select 'SEAT', account_id, started_at, ended_at, plan, slot_id, user_id, null, null
      from seat_interval where account_id = :account and user_id = any (:users) and ended_at is null
      union all
      select 'NUMBER', account_id, started_at, ended_at, null, null, user_id, number, use
      from number_interval where account_id = :account and user_id = any (:users) and ended_at is null
      """;

  private final List<Span.Slot> slots = new ArrayList<>();
  private final List<Span.Seat> seats = new ArrayList<>();
  private final List<Span.Held> numbers = new ArrayList<>();

  /** Selects from all three timelines, each with this condition or join. */
  static String select(String which) {
    return """
    select 'SLOT', account_id, started_at, ended_at, plan, slot_id, null::uuid, null, null
    from charge_interval %1$s
    union all
    select 'SEAT', account_id, started_at, ended_at, plan, slot_id, user_id, null, null
    from seat_interval %1$s
    union all
    select 'NUMBER', account_id, started_at, ended_at, null, null, user_id, number, use
    from number_interval %1$s
    """
        .formatted(which);
  }

  static UUID accountId(ResultSet row) throws SQLException {
    return row.getObject(2, UUID.class);
  }

  void add(ResultSet row) throws SQLException {
    Instant from = instant(row, 3);
    Instant to = end(row, 4);
    switch (row.getString(1)) {
      case "SLOT" -> slots.add(new Span.Slot(row.getObject(6, UUID.class), plan(row), from, to));
      case "SEAT" ->
          seats.add(
              new Span.Seat(
                  row.getObject(7, UUID.class), row.getObject(6, UUID.class), plan(row), from, to));
      case "NUMBER" ->
          numbers.add(
              new Span.Held(
                  row.getString(8),
                  "COMPANY_MAIN".equals(row.getString(9)),
                  row.getObject(7, UUID.class),
                  from,
                  to));
      default -> throw new IllegalStateException("no timeline of " + row.getString(1));
    }
  }

  History history(ReadHistory.Account account) {
    return new History(account.signedUpAt(), account.zone(), slots, seats, numbers);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(end(row, column));
  }

  private static @Nullable Instant end(ResultSet row, int column) throws SQLException {
    OffsetDateTime end = row.getObject(column, OffsetDateTime.class);
    return end == null ? null : end.toInstant();
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return Plan.valueOf(row.getString(5));
  }
}
