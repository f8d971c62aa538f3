package dev.switchboard.billing.recipient;

import dev.switchboard.billing.recipient.wire.PersonV1;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores people as user-service tells of them; of active admins their address too. */
@Component
class Recipients {
  private final JdbcClient jdbc;

  Recipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what is news of somebody; what is no more to be known of him is forgotten.
   *
   * @return whether it was news: not what is known already, nor older
   */
  boolean keep(PersonV1 person) {
    boolean named = person.hasName();
    boolean reachable = person.isActiveAdmin();
    return jdbc.sql(
                """
                insert into recipient as known (user_id, account_id, version, role, first_name, last_name,
                  email, language, time_zone)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (user_id) do update set version = excluded.version, role = excluded.role,
                  first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email,
                  language = excluded.language, time_zone = excluded.time_zone
                where known.version < excluded.version
                """)
            .param(person.userId())
            .param(person.accountId())
            .param(person.version())
            .param(person.role().name())
            .param(named ? person.firstName() : null)
            .param(named ? person.lastName() : null)
            .param(reachable ? person.email() : null)
            .param(reachable ? person.language() : null)
            .param(reachable ? person.timeZone() : null)
            .update()
        == 1;
  }

  /** The active admins of these accounts. */
  List<Recipient> activeAdmins(Collection<UUID> accounts) {
    return jdbc.sql(
            """
            select r.*, c.name as company_name from recipient r join company c using (account_id)
            where r.account_id = any (?::uuid[]) and r.role = 'ADMIN' and r.email is not null
            order by r.account_id, r.user_id
            """)
        .param(accounts.toArray(UUID[]::new))
        .query((row, index) -> read(row))
        .list();
  }

  /** Those of these accounts of which an admin is known, active or not. */
  Set<UUID> withAdmin(Collection<UUID> accounts) {
    return new HashSet<>(
        jdbc.sql(
                "select distinct account_id from recipient where account_id = any (?::uuid[]) and role = 'ADMIN'")
            .param(accounts.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  private static Recipient read(ResultSet row) throws SQLException {
    return new Recipient(
        row.getObject("account_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("email"),
        row.getString("language"),
        row.getString("time_zone"),
        row.getString("company_name"));
  }
}
