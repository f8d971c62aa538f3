package dev.switchboard.user.support;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.session.OperatorSessions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The stored sessions of support, which are of no account. */
@Component
class SupportSessions implements OperatorSessions {
  private static final String TOPIC = "user.sessions.v1";

  private final JdbcClient jdbc;
  private final SupportUsers supportUsers;
  private final Outbox outbox;
  private final Clock clock;
  private final SupportProperties properties;
  private final TransactionOperations transaction;

  SupportSessions(
      JdbcClient jdbc,
      SupportUsers supportUsers,
      Outbox outbox,
      Clock clock,
      SupportProperties properties,
      TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.supportUsers = supportUsers;
    this.outbox = outbox;
    this.clock = clock;
    this.properties = properties;
    this.transaction = transaction;
  }

  /** Opens a session and returns its secret, which is kept nowhere else. */
  String open(UUID supportUserId) {
    String secret = RandomToken.next();
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into support_session
              (session_id, support_user_id, secret_hash, created_at, last_seen_at, expires_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.next(),
            supportUserId,
            RandomToken.hash(secret),
            utc(now),
            utc(now),
            utc(now.plus(properties.longest())))
        .update();
    return secret;
  }

  @Override
  public Optional<Live> use(String secret) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            update support_session set last_seen_at = :now
            where secret_hash = :hash and ended_at is null and expires_at > :now and last_seen_at > :idle
            returning session_id, support_user_id, expires_at
            """)
        .param("now", utc(now))
        .param("hash", RandomToken.hash(secret))
        .param("idle", utc(now.minus(properties.idle())))
        .query((row, index) ->
            new Live(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant()))
        .optional();
  }

  @Override
  public Employee employee(UUID employeeId) {
    return Tenancy.asSystem(() -> transaction.execute(status -> supportUsers.findById(employeeId)))
        .map(found -> new Employee(found.id(), found.name(), found.email().value()))
        .orElseThrow(() -> new ProblemException(CommonError.AUTH_REQUIRED, "Sign in again."));
  }

  @Override
  public void signOut(Caller caller) {
    Tenancy.asSystem(() -> transaction.executeWithoutResult(status -> end(caller)));
  }

  private void end(Caller caller) {
    Instant now = clock.instant();
    int ended =
        jdbc.sql(
                """
                update support_session set ended_at = ?
                where session_id = ? and support_user_id = ? and ended_at is null
                """)
            .params(utc(now), caller.sessionId(), caller.userId())
            .update();
    if (ended == 1) {
      outbox.add(
          new OutgoingEvent(
              TOPIC,
              caller.userId().toString(),
              "session.ended",
              caller.accountId(),
              new SessionEndedV1(
                  caller.userId(), caller.accountId(), caller.sessionId(), "SIGNED_OUT", now)));
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void clean() {
    Tenancy.asSystem(() ->
        transaction.executeWithoutResult(status ->
            jdbc.sql("delete from support_session where expires_at < ? or ended_at < ?")
                .params(utc(clock.instant()), utc(clock.instant().minus(properties.longest())))
                .update()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** contracts/events/session.ended. */
  private record SessionEndedV1(
      UUID userId, UUID accountId, UUID sessionId, String reason, Instant endedAt) {}
}
