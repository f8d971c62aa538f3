package dev.switchboard.user.credential;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored passwords, one per user who has joined. */
@Component
public class Credentials {
  private final JdbcClient jdbc;
  private final Clock clock;

  Credentials(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Who may sign in with an address, and with which password. */
  public record Known(UUID accountId, UUID userId, String passwordHash) {

    @Override
    public String toString() {
      return "Known[userId=" + userId + "]";
    }
  }

  /** Stores the first password of a user; it has none yet. */
  public void create(UUID accountId, UUID userId, String passwordHash) {
    jdbc.sql(
            "insert into credential (account_id, user_id, password_hash, changed_at) values (?, ?, ?, ?)")
        .params(accountId, userId, passwordHash, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Deletes the password of a user whose data are erased; twice is no error (D6). */
  public void remove(UUID accountId, UUID userId) {
    jdbc.sql("delete from credential where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }

  /** Gives a user another password, if he still has the one that was read before. */
  public boolean change(Known before, String passwordHash) {
    return jdbc.sql(
                """
                update credential set password_hash = ?, changed_at = ?
                where account_id = ? and user_id = ? and password_hash = ?
                """)
            .params(
                passwordHash,
                clock.instant().atOffset(ZoneOffset.UTC),
                before.accountId(),
                before.userId(),
                before.passwordHash())
            .update()
        == 1;
  }

  /** The password of a user who has joined. */
  public Optional<Known> find(UUID accountId, UUID userId) {
    return jdbc.sql("select password_hash from credential where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .query((row, index) -> new Known(accountId, userId, row.getString(1)))
        .optional();
  }

  /**
   * Whether the user is still ACTIVE and has still this password. It stays so until the transaction
   * ends: whoever suspends him, deletes him or sets another password waits, and then sees what it
   * did.
   */
  public boolean holds(Known known) {
    return jdbc.sql(
            """
            select 1 from users u join credential c using (user_id)
            where u.account_id = ? and u.user_id = ? and u.state = 'ACTIVE' and c.password_hash = ?
            for share
            """)
        .params(known.accountId(), known.userId(), known.passwordHash())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** The ACTIVE user with this address in canonical form; across accounts, for sign-in only. */
  public Optional<Known> findByEmail(@Nullable String email) {
    return jdbc.sql(
            """
            select u.account_id, u.user_id, c.password_hash from users u join credential c using (user_id)
            where u.email = ? and u.state = 'ACTIVE'
            """)
        .param(email)
        .query((row, index) ->
            new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
        .optional();
  }
}
