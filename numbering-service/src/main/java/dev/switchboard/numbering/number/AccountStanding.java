package dev.switchboard.numbering.number;

import dev.switchboard.numbering.number.wire.StandingV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.problem.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * E7: whether an account may have more numbers, as billing tells. What it has it keeps and uses,
 * and what was ordered before goes through.
 */
@Component
public class AccountStanding {
  private final JdbcClient jdbc;

  AccountStanding(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Goes on when the account may have one more number. Of an account that billing has not told of
   * yet nothing is owed yet.
   *
   * @throws ProblemException {@code number.past-due}
   */
  public void requireActive(AccountId accountId) {
    boolean pastDue =
        jdbc.sql("select 1 from account_standing where account_id = ? and standing <> 'ACTIVE'")
            .param(accountId.value())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (pastDue) {
      throw new ProblemException(
          NumberError.PAST_DUE, "Numbers can be added again when the statement is paid.");
    }
  }

  /** Billing has told of an account; late news change nothing. */
  public void on(IncomingEvent<StandingV1> event) {
    StandingV1 account = StandingV1.checked(event);
    jdbc.sql(
            """
            insert into account_standing as s (account_id, standing, version) values (?, ?, ?)
            on conflict (account_id) do update set standing = excluded.standing, version = excluded.version
            where s.version < excluded.version
            """)
        .params(account.accountId(), account.standing(), account.version())
        .update();
  }
}
