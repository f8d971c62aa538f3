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
                insert into main_number_claim (number, account_id, number_version) values (?, ?, 0)
                on conflict do nothing
                """)
            .params(number, accountId.value())
            .update()
        == 1;
  }

  /** A number was given to an account as its main number, or taken from it. */
  public void on(IncomingEvent<NumberV1> event) {
    NumberV1 number = event.data();
    if (number.isCompanyMain()) {
      assigned(number);
    } else {
      jdbc.sql(
              "delete from main_number_claim where number = ? and account_id = ? and number_version < ?")
          .params(number.number(), number.accountId(), number.version())
          .update();
    }
  }

  private void assigned(NumberV1 number) {
    jdbc.sql("delete from main_number_claim where account_id = ? and number <> ?")
        .params(number.accountId(), number.number())
        .update();
    int claimed =
        jdbc.sql(
                """
                insert into main_number_claim as c (number, account_id, number_version)
                values (?, ?, ?) on conflict (number) do update set number_version = excluded.number_version
                where c.number_version < excluded.number_version and c.account_id = excluded.account_id
                """)
            .params(number.number(), number.accountId(), number.version())
            .update();
    if (claimed == 1) {
      jdbc.sql(
              """
              update account set main_number = ?, version = version + 1
              where account_id = ? and main_number <> ?
              """)
          .params(number.number(), number.accountId(), number.number())
          .update();
    }
  }
}
