package dev.switchboard.user.passwordreset;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.audit.Origin;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.mail.MailAllowance;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks up what {@link AskForReset} has noted and sends a link to those who have joined; to nobody
 * else (D3). Any number of instances may do it at once.
 */
@Component
class ServeResetRequests {
  private static final Logger log = LoggerFactory.getLogger(ServeResetRequests.class);

  private final JdbcClient jdbc;
  private final Users users;
  private final MailAllowance mailAllowance;
  private final IssuePasswordReset issuePasswordReset;
  private final AuditTrail trail;
  private final Clock clock;
  private final PasswordResetProperties properties;
  private final TransactionOperations transaction;

  ServeResetRequests(
      JdbcClient jdbc,
      Users users,
      MailAllowance mailAllowance,
      IssuePasswordReset issuePasswordReset,
      AuditTrail trail,
      Clock clock,
      PasswordResetProperties properties,
      TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.users = users;
    this.mailAllowance = mailAllowance;
    this.issuePasswordReset = issuePasswordReset;
    this.trail = trail;
    this.clock = clock;
    this.properties = properties;
    this.transaction = transaction;
  }

  /**
   * At its own times, not when one is noted: nobody's next request is slower for the one before.
   */
  @Scheduled(
      initialDelayString = "${switchboard.password-reset.look:PT0.5S}",
      fixedDelayString = "${switchboard.password-reset.look:PT0.5S}")
  void serve() {
    Optional<Request> next = takeNext();
    while (next.isPresent()) {
      attempt(next.get());
      next = takeNext();
    }
  }

  private void attempt(Request request) {
    try {
      Tenancy.asSystem(() -> transaction.executeWithoutResult(status -> serve(request)));
    } catch (RuntimeException e) {
      log.warn("A request for a password reset waits for another try", e);
    }
  }

  private Optional<Request> takeNext() {
    return Tenancy.asSystem(() -> transaction.execute(status -> postpone()));
  }

  /**
   * Takes the next request and puts it off in case that this try fails; a request that is older
   * than its link would be is dropped.
   */
  private Optional<Request> postpone() {
    Instant now = clock.instant();
    jdbc.sql("delete from password_reset_request where requested_at < ?")
        .param(now.minus(properties.life()).atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(
            """
            update password_reset_request set due_at = ? where id = (
              select id from password_reset_request where due_at <= ?
              order by id limit 1 for update skip locked)
            returning id, email, requested_at, ip_address, user_agent
            """)
        .params(now.plus(properties.retry()).atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
        .query((row, index) ->
            new Request(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5)))
        .optional();
  }

  private void serve(Request request) {
    int mine =
        jdbc.sql("delete from password_reset_request where id = ?").param(request.id()).update();
    if (mine == 1) {
      find(request.email())
          .filter(user -> mailAllowance.tryTake(user.accountId(), null, user.userId()))
          .ifPresent(user -> {
            issuePasswordReset.issue(user, null);
            trail.record(
                AuditEntry.ofUser(
                    user.accountId().value(),
                    Actor.system(),
                    "password-reset.requested",
                    user.userId().value()),
                request.requestedAt(),
                request.origin());
          });
    }
  }

  /** The ACTIVE user with the address, locked. */
  private Optional<User> find(String email) {
    return jdbc.sql("select account_id, user_id from users where email = ? and state = 'ACTIVE'")
        .param(email)
        .query((row, index) ->
            new Owner(
                new AccountId(row.getObject(1, UUID.class)),
                new UserId(row.getObject(2, UUID.class))))
        .optional()
        .flatMap(owner -> users.lock(owner.accountId(), owner.userId()))
        .filter(user -> user.state() == UserState.ACTIVE && user.email().value().equals(email));
  }

  private record Owner(AccountId accountId, UserId userId) {}

  private record Request(
      long id,
      String email,
      Instant requestedAt,
      @Nullable String ipAddress,
      @Nullable String userAgent) {

    @Nullable Origin origin() {
      return ipAddress == null ? null : new Origin(ipAddress, userAgent);
    }
  }
}
