package dev.switchboard.billing.timeline;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what accounts had since a time: three statements, however much and however many. */
@Component
public class ReadHistory {
  private static final String OF_ACCOUNTS =
      """
       join unnest(?::uuid[], ?::timestamptz[]) as wanted (account_id, since) using (account_id)
      where ended_at is null or ended_at >= since
      """;

  private final JdbcClient jdbc;

  ReadHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An account without its history.
   *
   * @param zone where its days begin and end
   */
  public record Account(UUID accountId, Instant signedUpAt, ZoneId zone) {}

  /** The account; none while billing does not know it. */
  public Optional<Account> account(UUID accountId) {
    return jdbc.sql(
            "select account_id, signed_up_at, time_zone from billing_account where account_id = ?")
        .param(accountId)
        .query((row, index) ->
            new Account(
                accountId, instant(row, "signed_up_at"), ZoneId.of(row.getString("time_zone"))))
        .optional();
  }

  /** All of the account that had not ended before this instant. */
  public History since(Account account, Instant since) {
    return Objects.requireNonNull(since(Map.of(account, since)).get(account.accountId()));
  }

  /** All of each account that had not ended before its instant, by the account's id. */
  public Map<UUID, History> since(Map<Account, Instant> accounts) {
    List<Map.Entry<Account, Instant>> wanted = List.copyOf(accounts.entrySet());
    UUID[] ids = wanted.stream().map(each -> each.getKey().accountId()).toArray(UUID[]::new);
    String[] sinces =
        wanted.stream().map(each -> each.getValue().toString()).toArray(String[]::new);
    Map<UUID, List<Span.Slot>> slots =
        spans(
            "select account_id, slot_id, plan, started_at, ended_at from charge_interval",
            ids,
            sinces,
            (row, index) -> slot(row));
    Map<UUID, List<Span.Seat>> seats =
        spans(
            "select account_id, user_id, slot_id, plan, started_at, ended_at from seat_interval",
            ids,
            sinces,
            (row, index) -> seat(row));
    Map<UUID, List<Span.Held>> numbers =
        spans(
            "select account_id, number, use, user_id, started_at, ended_at from number_interval",
            ids,
            sinces,
            (row, index) -> held(row));
    return wanted.stream()
        .map(Map.Entry::getKey)
        .collect(
            Collectors.toMap(
                Account::accountId,
                account ->
                    new History(
                        account.signedUpAt(),
                        account.zone(),
                        slots.getOrDefault(account.accountId(), List.of()),
                        seats.getOrDefault(account.accountId(), List.of()),
                        numbers.getOrDefault(account.accountId(), List.of()))));
  }

  /** What these users of the account have now: seats, the slots of these, and numbers. */
  public History present(Account account, Collection<UUID> users) {
    UUID[] ids = users.toArray(UUID[]::new);
    return new History(
        account.signedUpAt(),
        account.zone(),
        jdbc.sql(
                """
                select slot_id, slot.plan, slot.started_at, slot.ended_at
                from charge_interval as slot join seat_interval as seat using (account_id, slot_id)
                where account_id = ? and user_id = any (?) and slot.ended_at is null and seat.ended_at is null
                """)
            .params(account.accountId(), ids)
            .query((row, index) -> slot(row))
            .list(),
        jdbc.sql(
                """
                select user_id, slot_id, plan, started_at, ended_at from seat_interval
                where account_id = ? and user_id = any (?) and ended_at is null
                """)
            .params(account.accountId(), ids)
            .query((row, index) -> seat(row))
            .list(),
        jdbc.sql(
                """
                select number, use, user_id, started_at, ended_at from number_interval
                where account_id = ? and user_id = any (?) and ended_at is null
                """)
            .params(account.accountId(), ids)
            .query((row, index) -> held(row))
            .list());
  }

  private <S extends Span<S>> Map<UUID, List<S>> spans(
      String select, UUID[] ids, String[] sinces, RowMapper<S> mapper) {
    return jdbc
        .sql(select + OF_ACCOUNTS)
        .params(ids, sinces)
        .query((row, index) ->
            Map.entry(
                row.getObject("account_id", UUID.class),
                Objects.requireNonNull(mapper.mapRow(row, index))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Span.Slot slot(ResultSet row) throws SQLException {
    return new Span.Slot(
        row.getObject("slot_id", UUID.class),
        Plan.valueOf(row.getString("plan")),
        instant(row, "started_at"),
        end(row));
  }

  private static Span.Seat seat(ResultSet row) throws SQLException {
    return new Span.Seat(
        row.getObject("user_id", UUID.class),
        row.getObject("slot_id", UUID.class),
        Plan.valueOf(row.getString("plan")),
        instant(row, "started_at"),
        end(row));
  }

  private static Span.Held held(ResultSet row) throws SQLException {
    return new Span.Held(
        row.getString("number"),
        "COMPANY_MAIN".equals(row.getString("use")),
        row.getObject("user_id", UUID.class),
        instant(row, "started_at"),
        end(row));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  private static @Nullable Instant end(ResultSet row) throws SQLException {
    OffsetDateTime end = row.getObject("ended_at", OffsetDateTime.class);
    return end == null ? null : end.toInstant();
  }
}
