package dev.switchboard.billing.timeline;

import dev.switchboard.platform.time.Ids;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When an account had which number, what for and for whom (E2). Intervals are added and ended,
 * never changed; at most one is open per number, whatever account it is.
 */
@Component
public class NumberTimeline {
  private final JdbcClient jdbc;
  private final ClosedTime closedTime;

  NumberTimeline(JdbcClient jdbc, ClosedTime closedTime) {
    this.jdbc = jdbc;
    this.closedTime = closedTime;
  }

  /**
   * Who has a number.
   *
   * @param use COMPANY_MAIN or DIRECT; null: it is in no use
   * @param userId of DIRECT
   */
  public record Held(UUID accountId, @Nullable String use, @Nullable UUID userId) {}

  /**
   * From now on the number is held so; an account that has ended holds none (ADR 28).
   *
   * @param accountId whom the news is about
   * @param wanted null: no account has it
   */
  public void change(String number, UUID accountId, @Nullable Held wanted, Instant at) {
    Held held = closedTime.hasEnded(accountId) ? null : wanted;
    Optional<Held> before = open(number);
    if (before.isPresent() && before.get().equals(held)) {
      return;
    }
    if (before.isPresent()) {
      jdbc.sql(
              """
              update number_interval set ended_at = greatest(?, started_at) where number = ? and ended_at is null
              """)
          .params(time(before.get(), at), number)
          .update();
    }
    if (held != null) {
      jdbc.sql(
              """
              insert into number_interval (interval_id, account_id, number, use, user_id, started_at)
              values (:id, :account, :number, :use, :user, :from)
              """)
          .param("id", Ids.next())
          .param("account", held.accountId())
          .param("number", number)
          .param("use", held.use(), Types.VARCHAR)
          .param("user", held.userId(), Types.OTHER)
          .param("from", time(held, at))
          .update();
    }
  }

  /** The account holds no number any more. */
  public void endAll(UUID accountId, Instant at) {
    jdbc.sql(
            """
            update number_interval set ended_at = greatest(?, started_at) where account_id = ? and ended_at is null
            """)
        .params(closedTime.notBefore(accountId, at).atOffset(ZoneOffset.UTC), accountId)
        .update();
  }

  private OffsetDateTime time(Held held, Instant at) {
    return closedTime.notBefore(held.accountId(), at).atOffset(ZoneOffset.UTC);
  }

  private Optional<Held> open(String number) {
    return jdbc.sql(
            """
            select account_id, use, user_id from number_interval where number = ? and ended_at is null for update
            """)
        .param(number)
        .query((row, index) ->
            new Held(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)))
        .optional();
  }
}
