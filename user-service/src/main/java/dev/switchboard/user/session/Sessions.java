package dev.switchboard.user.session;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.user.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored sessions; ending one is an event, so that the gateway forgets it within a second. */
@Component
class Sessions {
  private static final String TOPIC = "user.sessions.v1";
  private static final int USER_AGENT_LENGTH = 300;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Outbox outbox;
  private final SessionProperties properties;

  Sessions(JdbcClient jdbc, Clock clock, Outbox outbox, SessionProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.outbox = outbox;
    this.properties = properties;
  }

  /** A live session and the role of its user. */
  record Live(UUID sessionId, UUID accountId, UUID userId, String role, Instant expiresAt) {

    /** The same session with another role. */
    Live as(Role other) {
      return new Live(sessionId, accountId, userId, other.name(), expiresAt);
    }
  }

  /** Opens a session and returns its secret, which is kept nowhere else. */
  String open(UUID accountId, UUID userId, @Nullable String userAgent) {
    String secret = RandomToken.next();
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into session
              (session_id, account_id, user_id, secret_hash, created_at, last_seen_at, expires_at, user_agent)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(Ids.next())
        .param(accountId)
        .param(userId)
        .param(RandomToken.hash(secret))
        .param(utc(now))
        .param(utc(now))
        .param(utc(now.plus(properties.longest())))
        .param(shorten(userAgent))
        .update();
    return secret;
  }

  /**
   * The session with this secret when it is alive and its user is ACTIVE; notes that it is used.
   */
  Optional<Live> use(String secret) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            update session s set last_seen_at = :now from users u
            where s.secret_hash = :hash and s.ended_at is null and s.expires_at > :now and s.last_seen_at > :idle
              and u.user_id = s.user_id and u.state = 'ACTIVE'
            returning s.session_id, s.account_id, s.user_id, u.role, s.expires_at
            """)
        .param("now", utc(now))
        .param("hash", RandomToken.hash(secret))
        .param("idle", utc(now.minus(properties.idle())))
        .query((row, index) ->
            new Live(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                instant(row, 5)))
        .optional();
  }

  /** The live sessions of a user, the last used first. */
  List<Session> of(UUID accountId, UUID userId) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select session_id, account_id, user_id, created_at, last_seen_at, expires_at, user_agent from session
            where account_id = ? and user_id = ? and ended_at is null and expires_at > ? and last_seen_at > ?
            order by last_seen_at desc, session_id limit 200
            """)
        .params(accountId, userId, utc(now), utc(now.minus(properties.idle())))
        .query((row, index) ->
            new Session(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                instant(row, 4),
                instant(row, 5),
                instant(row, 6),
                row.getString(7)))
        .list();
  }

  /** Ends one session of a user; false when he has no such live session. */
  boolean end(UUID accountId, UUID userId, UUID sessionId) {
    Instant now = clock.instant();
    int ended =
        jdbc.sql(
                """
                update session set ended_at = ?
                where account_id = ? and user_id = ? and session_id = ? and ended_at is null
                """)
            .params(utc(now), accountId, userId, sessionId)
            .update();
    if (ended == 1) {
      outbox.add(endedEvent(accountId, userId, sessionId, "SIGNED_OUT", now));
    }
    return ended == 1;
  }

  /**
   * Ends every session of a user; known everywhere within a second, because all its holders hear of
   * the event.
   *
   * @param reason code for the event, such as {@code SUSPENDED}
   */
  void endAll(UUID accountId, UUID userId, String reason) {
    Instant now = clock.instant();
    jdbc.sql(
            "update session set ended_at = ? where account_id = ? and user_id = ? and ended_at is null")
        .params(utc(now), accountId, userId)
        .update();
    outbox.add(endedEvent(accountId, userId, null, reason, now));
  }

  /** Ends every session of a user but one. */
  void endOthers(UUID accountId, UUID userId, UUID kept, String reason) {
    Instant now = clock.instant();
    List<UUID> ended =
        jdbc.sql(
                """
                update session set ended_at = ?
                where account_id = ? and user_id = ? and session_id <> ? and ended_at is null
                returning session_id
                """)
            .params(utc(now), accountId, userId, kept)
            .query(UUID.class)
            .list();
    if (!ended.isEmpty()) {
      outbox.add(ended.stream().map(id -> endedEvent(accountId, userId, id, reason, now)).toList());
    }
  }

  /** Whoever keeps what a session of the user is worth asks again; the sessions go on. */
  void renewTokens(UUID accountId, UUID userId, String reason) {
    outbox.add(endedEvent(accountId, userId, null, reason, clock.instant()));
  }

  /** Deletes all that was kept of a user's sessions; they have ended before (D6). */
  void forget(UUID accountId, UUID userId) {
    jdbc.sql("delete from session where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }

  /** Deletes what ended a while ago. */
  void clean() {
    jdbc.sql("delete from session where expires_at < ? or ended_at < ?")
        .params(utc(clock.instant()), utc(clock.instant().minus(properties.longest())))
        .update();
  }

  private static OutgoingEvent endedEvent(
      UUID accountId, UUID userId, @Nullable UUID sessionId, String reason, Instant now) {
    return new OutgoingEvent(
        TOPIC,
        userId.toString(),
        "session.ended",
        accountId,
        new SessionEndedV1(userId, accountId, sessionId, reason, now));
  }

  /** contracts/events/session.ended. */
  private record SessionEndedV1(
      UUID userId, UUID accountId, @Nullable UUID sessionId, String reason, Instant endedAt) {}

  private static @Nullable String shorten(@Nullable String userAgent) {
    return userAgent == null || userAgent.length() <= USER_AGENT_LENGTH
        ? userAgent
        : userAgent.substring(0, USER_AGENT_LENGTH);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
