package dev.switchboard.numbering.number;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account's numbers are, for features that only ask. */
@Component
public class AccountNumbers {
  private final JdbcClient jdbc;

  AccountNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The number that tells where the company is at home: its main number, else another one; none for
   * a moment after the sign-up.
   */
  public Optional<E164> home(AccountId accountId) {
    return jdbc.sql(
            """
            select number from phone_number where account_id = ?
            order by (use = 'COMPANY_MAIN') desc nulls last, number limit 1
            """)
        .param(accountId.value())
        .query(String.class)
        .optional()
        .map(E164::new);
  }

  /** Whether the number is the account's, whatever it is used for. */
  public boolean contains(AccountId accountId, E164 number) {
    return jdbc.sql("select 1 from phone_number where account_id = ? and number = ?")
        .params(accountId.value(), number.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** The account's numbers that make this user's phones ring (F2). */
  public Set<E164> leadingTo(AccountId accountId, UserId userId) {
    return jdbc
        .sql(
            """
            select number from phone_number
            where account_id = ? and destination = 'USER' and destination_user = ?
            """)
        .params(accountId.value(), userId.value())
        .query(String.class)
        .list()
        .stream()
        .map(E164::new)
        .collect(Collectors.toSet());
  }
}
