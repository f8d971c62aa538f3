package dev.switchboard.billing.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What earlier statements of each account have left for those to come, in cents. */
@Component
public class Credits {
  private final JdbcClient jdbc;

  Credits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The credit of those accounts that have one. */
  public Map<UUID, Long> of(Collection<UUID> accountIds) {
    return jdbc
        .sql(
            """
            select account_id, credit_cents from billing_account
            where account_id = any (?::uuid[]) and credit_cents > 0
            """)
        .param(accountIds.toArray(UUID[]::new))
        .query((row, index) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Sets the credit of accounts that are locked. */
  public void store(Map<UUID, Long> credits) {
    if (credits.isEmpty()) {
      return;
    }
    List<UUID> accounts = List.copyOf(credits.keySet());
    jdbc.sql(
            """
            update billing_account b set credit_cents = c.cents::bigint
            from unnest(?::uuid[], ?::text[]) as c (id, cents) where b.account_id = c.id
            """)
        .param(accounts.toArray(UUID[]::new))
        .param(
            accounts.stream()
                .map(account -> String.valueOf(credits.get(account)))
                .toArray(String[]::new))
        .update();
  }
}
