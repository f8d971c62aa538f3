package dev.switchboard.billing.issued;

import dev.switchboard.billing.timeline.ReadHistory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose next statement is due; across accounts. */
@Component
class DueAccounts {
  private final JdbcClient jdbc;

  DueAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An account, locked.
   *
   * @param period the index of the period that its next statement is for
   */
  record Due(ReadHistory.Account account, int period) {}

  /**
   * What comes after a statement.
   *
   * @param period the index of the period that the next one is for
   * @param begin when that begins
   * @param closedUntil until when the account's time is closed
   */
  record Next(UUID accountId, int period, Instant begin, Instant closedUntil) {}

  /**
   * Locks accounts that nobody else has locked, the one that waits longest first. The first period
   * is due with the sign-up, which comes with all of it, each other one when it and a grace for
   * what is still on its way have begun. The last one of an account that has ended is that of the
   * first period after it.
   *
   * @param begunBy of other periods than the first
   */
  List<Due> lock(Instant now, Instant begunBy, Collection<UUID> except, int limit) {
    return jdbc.sql(
            """
            select account_id, signed_up_at, time_zone, next_period from billing_account
            where coalesce(next_statement_at, signed_up_at) <= ?
              and (next_period = 0 or next_statement_at <= ?)
              and (standing <> 'CLOSED' or coalesce(closed_until, signed_up_at) <= closed_at) and account_id <> all (?::uuid[])
            order by coalesce(next_statement_at, signed_up_at) limit ?
            for update skip locked
            """)
        .params(
            now.atOffset(ZoneOffset.UTC),
            begunBy.atOffset(ZoneOffset.UTC),
            except.toArray(UUID[]::new),
            limit)
        .query((row, index) ->
            new Due(
                new ReadHistory.Account(
                    row.getObject("account_id", UUID.class),
                    Objects.requireNonNull(row.getObject("signed_up_at", OffsetDateTime.class))
                        .toInstant(),
                    ZoneId.of(row.getString("time_zone"))),
                row.getInt("next_period")))
        .list();
  }

  /** Within the transaction that has locked them. After the last statement none is due any more. */
  void advance(List<Next> accounts) {
    jdbc.sql(
            """
            update billing_account b set next_period = n.period::int,
              next_statement_at = case when b.closed_at < n.closed::timestamptz then 'infinity' else n.begin::timestamptz end,
              closed_until = n.closed::timestamptz
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as n (id, period, begin, closed)
            where b.account_id = n.id
            """)
        .param(accounts.stream().map(Next::accountId).toArray(UUID[]::new))
        .param(
            accounts.stream().map(each -> Integer.toString(each.period())).toArray(String[]::new))
        .param(accounts.stream().map(each -> each.begin().toString()).toArray(String[]::new))
        .param(accounts.stream().map(each -> each.closedUntil().toString()).toArray(String[]::new))
        .update();
  }
}
