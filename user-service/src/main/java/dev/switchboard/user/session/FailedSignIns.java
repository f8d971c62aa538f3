package dev.switchboard.user.session;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.audit.Origin;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Failed sign-ins for the audit log of the account whose user has the address (H2). The request
 * writes one row, whoever has the address; what follows for known ones is done apart from it, so
 * that time tells nothing (A3).
 */
@Component
class FailedSignIns {
  private static final int STEP = 100;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditTrail trail;
  private final TransactionOperations transaction;

  FailedSignIns(JdbcClient jdbc, Clock clock, AuditTrail trail, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.trail = trail;
    this.transaction = transaction;
  }

  /** What was wrong. */
  enum Reason {
    PASSWORD,
    CODE
  }

  /** Notes one; the user is null when nobody has the address. */
  void add(@Nullable UUID userId, Reason reason) {
    Origin origin = Origin.current();
    jdbc.sql(
            "insert into failed_sign_in (user_id, reason, at, ip_address, user_agent) values (?, ?, ?, ?, ?)")
        .param(userId)
        .param(reason.name())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(origin == null ? null : origin.ipAddress())
        .param(origin == null ? null : origin.userAgent())
        .update();
  }

  /**
   * At its own times, not when one is added: nobody's next request is slower for the one before.
   */
  @Scheduled(
      initialDelayString = "${switchboard.session.failures-taken-down:PT1S}",
      fixedDelayString = "${switchboard.session.failures-taken-down:PT1S}")
  void takeDown() {
    int taken;
    do {
      taken = Tenancy.asSystem(() -> transaction.<Integer>execute(status -> takeSomeDown()));
    } while (taken == STEP);
  }

  private int takeSomeDown() {
    List<Failure> failures =
        jdbc.sql(
                """
                with taken as (
                  delete from failed_sign_in where id in (
                    select id from failed_sign_in order by id limit ? for update skip locked)
                  returning *)
                select u.account_id, t.user_id, t.reason, t.at, t.ip_address, t.user_agent
                from taken t left join users u using (user_id) order by t.id
                """)
            .param(STEP)
            .query((row, index) ->
                new Failure(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getString(5),
                    row.getString(6)))
            .list();
    failures.forEach(this::record);
    return failures.size();
  }

  private void record(Failure failure) {
    if (failure.accountId() != null && failure.userId() != null) {
      trail.record(
          AuditEntry.ofUser(
                  failure.accountId(), Actor.system(), "session.sign-in-failed", failure.userId())
              .with(Map.of("reason", failure.reason())),
          failure.at(),
          failure.origin());
    }
  }

  private record Failure(
      @Nullable UUID accountId,
      @Nullable UUID userId,
      String reason,
      Instant at,
      @Nullable String ipAddress,
      @Nullable String userAgent) {

    @Nullable Origin origin() {
      return ipAddress == null ? null : new Origin(ipAddress, userAgent);
    }
  }
}
