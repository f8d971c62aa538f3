package dev.switchboard.user.testing;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.credential.PasswordHasher;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of the operator's own people, as the service's command would have stored him (I1). */
public record SupportDesk(UUID id, String email) {
  public static final String NAME = "Noor Haddad";
  public static final String PASSWORD = "a lamp in every window";

  /** Somebody who can sign in. */
  public static SupportDesk open(JdbcClient database, PasswordHasher hasher) {
    return store(database, hasher.hash(PASSWORD));
  }

  /** Somebody who is only called for by a token. */
  public static SupportDesk open(JdbcClient database) {
    return store(database, "no hash");
  }

  private static SupportDesk store(JdbcClient database, String hash) {
    UUID id = Ids.next();
    String email = Company.newEmail("support");
    database
        .sql(
            """
            insert into support_user (support_user_id, email, name, password_hash, changed_at)
            values (?, ?, ?, ?, now())
            """)
        .params(id, email, NAME, hash)
        .update();
    return new SupportDesk(id, email);
  }
}
