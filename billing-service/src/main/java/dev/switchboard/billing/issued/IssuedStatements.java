package dev.switchboard.billing.issued;

import dev.switchboard.billing.statement.Draft;
import dev.switchboard.billing.statement.Period;
import dev.switchboard.billing.statement.StatementLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores issued statements: one per account and period. */
@Component
class IssuedStatements {
  private static final TypeReference<List<StatementLine>> LINES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  IssuedStatements(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(List<IssuedStatement> statements) {
    jdbc.sql(
            """
            insert into statement (statement_id, account_id, period_index, period_from, period_to,
              currency, total_cents, monthly_cents, lines, issued_at)
            select i, a, x::int, f::date, u::date, c, t::bigint, m::bigint, l::jsonb, d::timestamptz
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::text[]) as s (i, a, x, f, u, c, t, m, l, d)
            """)
        .param(statements.stream().map(IssuedStatement::statementId).toArray(UUID[]::new))
        .param(statements.stream().map(IssuedStatement::accountId).toArray(UUID[]::new))
        .param(texts(statements, each -> each.draft().period().index()))
        .param(texts(statements, each -> each.draft().period().from()))
        .param(texts(statements, each -> each.draft().period().to()))
        .param(texts(statements, each -> each.draft().currency()))
        .param(texts(statements, each -> each.draft().totalCents()))
        .param(texts(statements, each -> each.draft().recurringCents()))
        .param(texts(statements, each -> json.writeValueAsString(each.draft().lines())))
        .param(texts(statements, IssuedStatement::issuedAt))
        .update();
  }

  private static String[] texts(
      List<IssuedStatement> statements, Function<IssuedStatement, Object> value) {
    return statements.stream().map(each -> value.apply(each).toString()).toArray(String[]::new);
  }

  /** The newest first, from before this period on. */
  List<IssuedStatement> page(UUID accountId, int before, int limit) {
    return jdbc.sql(
            """
            select * from statement where account_id = ? and period_index < ?
            order by period_index desc limit ?
            """)
        .params(accountId, before, limit)
        .query((row, index) -> read(row))
        .list();
  }

  long count(UUID accountId) {
    return jdbc.sql("select count(*) from statement where account_id = ?")
        .param(accountId)
        .query(Long.class)
        .single();
  }

  Optional<IssuedStatement> find(UUID accountId, UUID statementId) {
    return jdbc.sql("select * from statement where account_id = ? and statement_id = ?")
        .params(accountId, statementId)
        .query((row, index) -> read(row))
        .optional();
  }

  private IssuedStatement read(ResultSet row) throws SQLException {
    return new IssuedStatement(
        row.getObject("statement_id", UUID.class),
        row.getObject("account_id", UUID.class),
        new Draft(
            new Period(
                row.getInt("period_index"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class)),
            row.getString("currency"),
            json.readValue(row.getString("lines"), LINES)),
        Objects.requireNonNull(row.getObject("issued_at", OffsetDateTime.class)).toInstant());
  }
}
