package dev.switchboard.user.account;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.user.account.wire.NumberV1;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which main numbers are taken, so that sign-up can refuse a number at once (F3). numbering-service
 * is the judge: when it had to give another number, its event corrects the claim and the account.
 */
@Component
public class MainNumbers {
  private final JdbcClient jdbc;

  MainNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Claims the number for the account; false when another account has it. */
  public boolean claim(AccountId accountId, String number) {
    return jdbc.sql(
                """
                insert into main_number_claim (number, account_id) values (?, ?)
                on conflict do nothing
                """)
            .params(number, accountId.value())
            .update()
        == 1;
  }

  /**
   * A number was given to an account as its main number, or taken from it, or something else became
   * of one.
   *
   * @return whether the account has another main number now, or none
   */
  public boolean on(IncomingEvent<NumberV1> event) {
    NumberV1 number = event.data();
    if (!isNews(number)) {
      return false;
    }
    if (number.isCompanyMain()) {
      return assigned(number);
    } else {
      jdbc.sql("delete from main_number_claim where number = ? and account_id = ?")
          .params(number.number(), number.accountId())
          .update();
      return jdbc.sql(
                  """
                  update account set main_number = null
                  where account_id = ? and main_number = ?
                  """)
              .params(number.accountId(), number.number())
              .update()
          == 1;
    }
  }

  /**
   * A claim that another account still has on the number ends when numbering tells which number
   * that account got instead.
   */
  private boolean assigned(NumberV1 number) {
    jdbc.sql("delete from main_number_claim where account_id = ? and number <> ?")
        .params(number.accountId(), number.number())
        .update();
    jdbc.sql(
            "insert into main_number_claim (number, account_id) values (?, ?) on conflict do nothing")
        .params(number.number(), number.accountId())
        .update();
    return jdbc.sql(
                """
                update account set main_number = ?
                where account_id = ? and main_number is distinct from ?
                """)
            .params(number.number(), number.accountId(), number.number())
            .update()
        == 1;
  }

  /** The version outlives the claim, so that a late event can't bring one back. */
  private boolean isNews(NumberV1 number) {
    return jdbc.sql(
                """
                insert into number_version as n (number, version) values (?, ?)
                on conflict (number) do update set version = excluded.version
                where n.version < excluded.version
                """)
            .params(number.number(), number.version())
            .update()
        == 1;
  }
}
