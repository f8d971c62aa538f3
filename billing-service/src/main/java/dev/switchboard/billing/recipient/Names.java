package dev.switchboard.billing.recipient;

import dev.switchboard.billing.recipient.wire.CompanyV1;
import dev.switchboard.platform.event.IncomingEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How companies and people are called. */
@Component
public class Names {
  private final JdbcClient jdbc;

  Names(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Person(UUID userId, String name) {}

  /** An account has signed up (A1). Twice is no error. */
  public void on(IncomingEvent<CompanyV1> event) {
    CompanyV1 company = CompanyV1.checked(event);
    jdbc.sql("insert into company (account_id, name) values (?, ?) on conflict do nothing")
        .params(company.accountId(), company.companyName())
        .update();
  }

  /** Name of the account's company; none when it was never told here. */
  public Optional<String> ofCompany(UUID accountId) {
    return jdbc.sql("select name from company where account_id = ?")
        .param(accountId)
        .query(String.class)
        .optional();
  }

  /** Full names of these users of the account, but for those who are erased. */
  public Map<UUID, String> ofUsers(UUID accountId, Collection<UUID> users) {
    return jdbc
        .sql(
            """
            select user_id, first_name, last_name from recipient
            where account_id = ? and user_id = any (?::uuid[]) and first_name is not null
            """)
        .param(accountId)
        .param(users.toArray(UUID[]::new))
        .query((row, index) ->
            new Person(
                row.getObject("user_id", UUID.class),
                (row.getString("first_name") + " " + row.getString("last_name")).strip()))
        .stream()
        .collect(Collectors.toMap(Person::userId, Person::name));
  }
}
