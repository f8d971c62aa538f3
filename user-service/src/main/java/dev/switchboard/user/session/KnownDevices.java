package dev.switchboard.user.session;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.user.user.Email;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The browsers that each user has signed in with: the cookie's secret, as a hash (A3). */
@Component
class KnownDevices {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final SessionProperties properties;

  KnownDevices(JdbcClient jdbc, Clock clock, SessionProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * What is known of a browser before anybody has signed in.
   *
   * @param secret of its cookie when we made it, else null
   * @param isOfUser whether the user with the address has signed in with it
   */
  record Presented(@Nullable String secret, boolean isOfUser) {

    /** The secret when the user has signed in with it, else null. */
    @Nullable String secretOfUser() {
      return isOfUser ? secret : null;
    }

    @Override
    public String toString() {
      return "Presented[isOfUser=" + isOfUser + "]";
    }
  }

  /** Looks a browser up, across accounts; several people may use one. */
  Presented look(@Nullable Email email, @Nullable String secret) {
    if (secret == null) {
      return new Presented(null, false);
    }
    return jdbc.sql(
            """
            select count(*) > 0, coalesce(bool_or(u.email = :email and u.state = 'ACTIVE'), false)
            from known_device d join users u using (user_id) where d.secret_hash = :hash
            """)
        .param("email", email == null ? "" : email.value())
        .param("hash", RandomToken.hash(secret))
        .query((row, index) -> new Presented(row.getBoolean(1) ? secret : null, row.getBoolean(2)))
        .single();
  }

  /** Whether the user has signed in before, with any browser that is remembered. */
  boolean hasAny(UUID accountId, UUID userId) {
    return jdbc.sql(
            "select exists (select 1 from known_device where account_id = ? and user_id = ?)")
        .params(accountId, userId)
        .query(Boolean.class)
        .single();
  }

  /** The user has signed in with it now; of very many the longest unused are forgotten. */
  void remember(UUID accountId, UUID userId, String secret) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into known_device (account_id, user_id, secret_hash, first_seen_at, last_seen_at)
            values (?, ?, ?, ?, ?)
            on conflict (secret_hash, user_id) do update set last_seen_at = excluded.last_seen_at
            """)
        .params(accountId, userId, RandomToken.hash(secret), now, now)
        .update();
    jdbc.sql(
            """
            delete from known_device where account_id = :account and user_id = :user and secret_hash in (
              select secret_hash from known_device where account_id = :account and user_id = :user
              order by last_seen_at desc offset :most)
            """)
        .param("account", accountId)
        .param("user", userId)
        .param("most", properties.devices())
        .update();
  }

  /** The user's data are erased (D6). */
  void forget(UUID accountId, UUID userId) {
    jdbc.sql("delete from known_device where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }

  /** Deletes those whose cookies are over. */
  void clean() {
    jdbc.sql("delete from known_device where last_seen_at < ?")
        .param(clock.instant().minus(properties.deviceLife()).atOffset(ZoneOffset.UTC))
        .update();
  }
}
