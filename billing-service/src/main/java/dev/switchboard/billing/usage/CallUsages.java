package dev.switchboard.billing.usage;

import dev.switchboard.billing.pricelist.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who has called how much. Minutes are whole ones of a month's total, rounded down. */
@Component
class CallUsages {
  /** Who has a seat now, whether he has called or not, and who has called and has none. */
  private static final String LISTED =
      """
      with listed as (
        select user_id, plan, since, coalesce(seconds, 0) / 60 as minutes, coalesce(calls, 0) as calls
        from (select user_id, plan, since from seat where account_id = :account and state = 'OCCUPIED') as seated
        full join (select user_id, seconds, calls from call_usage where account_id = :account and month = :month) as counted
          using (user_id))
      """;

  private final JdbcClient jdbc;

  CallUsages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One user and month.
   *
   * @param plan that he has now, or null
   * @param since when he has had it, or null
   */
  record Row(UUID userId, @Nullable Plan plan, @Nullable Instant since, long minutes, long calls) {}

  /** Who called most first, then by id; from behind this place on. */
  List<Row> page(UUID accountId, YearMonth month, Place behind, int limit) {
    return listed(
            LISTED
                + """
                select * from listed where minutes < :minutes or (minutes = :minutes and user_id > :user)
                order by minutes desc, user_id limit :limit
                """,
            accountId,
            month)
        .param("minutes", behind.minutes())
        .param("user", behind.userId())
        .param("limit", limit)
        .query((row, index) -> read(row))
        .list();
  }

  long count(UUID accountId, YearMonth month) {
    return listed(LISTED + "select count(*) from listed", accountId, month)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec listed(String sql, UUID accountId, YearMonth month) {
    return jdbc.sql(sql).param("account", accountId).param("month", month.atDay(1));
  }

  /** The months of which something was told, the newest first: one look into the key for each. */
  List<YearMonth> months(UUID accountId) {
    return jdbc.sql(
            """
            with recursive told as (
              select max(month) as month from call_usage where account_id = :account
              union all
              select (select max(month) from call_usage where account_id = :account and month < told.month)
              from told where told.month is not null)
            select month from told where month is not null
            """)
        .param("account", accountId)
        .query((row, index) -> YearMonth.from(row.getObject(1, LocalDate.class)))
        .list();
  }

  /** Minutes by user and month, from this month on and before that one. */
  Map<UUID, Map<YearMonth, Long>> minutes(
      UUID accountId, YearMonth from, YearMonth before, Collection<UUID> users) {
    Map<UUID, Map<YearMonth, Long>> minutes = new HashMap<>();
    jdbc.sql(
            """
            select user_id, month, seconds / 60 as minutes from call_usage
            where account_id = ? and month >= ? and month < ? and user_id = any (?)
            """)
        .params(accountId, from.atDay(1), before.atDay(1), users.toArray(UUID[]::new))
        .query(row -> {
          minutes
              .computeIfAbsent(row.getObject("user_id", UUID.class), user -> new HashMap<>())
              .put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("minutes"));
        });
    return minutes;
  }

  private static Row read(ResultSet row) throws SQLException {
    String plan = row.getString("plan");
    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
    return new Row(
        row.getObject("user_id", UUID.class),
        plan == null ? null : Plan.valueOf(plan),
        since == null ? null : since.toInstant(),
        row.getLong("minutes"),
        row.getLong("calls"));
  }
}
