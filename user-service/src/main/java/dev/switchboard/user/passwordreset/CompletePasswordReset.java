package dev.switchboard.user.passwordreset;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.credential.CredentialError;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.credential.PasswordPolicy;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.session.SignInThrottle;
import dev.switchboard.user.session.SignOut;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * D3: the holder of the link sets a new password. The link is used up, the password stored and
 * every session ended in one transaction, by one of all who try at once.
 */
@Component
public class CompletePasswordReset {
  private final OpenResetLink openLink;
  private final PasswordPolicy policy;
  private final PasswordHasher hasher;
  private final PasswordResetRepository resets;
  private final Users users;
  private final Credentials credentials;
  private final SignOut signOut;
  private final SignInThrottle throttle;
  private final RequestMail requestMail;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionOperations transaction;

  CompletePasswordReset(
      OpenResetLink openLink,
      PasswordPolicy policy,
      PasswordHasher hasher,
      PasswordResetRepository resets,
      Users users,
      Credentials credentials,
      SignOut signOut,
      SignInThrottle throttle,
      RequestMail requestMail,
      AuditTrail trail,
      Clock clock,
      TransactionOperations transaction) {
    this.openLink = openLink;
    this.policy = policy;
    this.hasher = hasher;
    this.resets = resets;
    this.users = users;
    this.credentials = credentials;
    this.signOut = signOut;
    this.throttle = throttle;
    this.requestMail = requestMail;
    this.trail = trail;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Sets the password.
   *
   * @throws ProblemException {@code password-reset.*} when the link is not good; {@code password.*}
   */
  public void complete(String secret, String password) {
    OpenResetLink.Link link = openLink.open(secret);
    requirePending(link);
    User user = link.user();
    policy.check(
        password,
        "/password",
        List.of(
            user.firstName(),
            user.lastName(),
            user.fullName(),
            user.email().value(),
            link.companyName()));
    UUID accountId = user.accountId().value();
    Credentials.Known before =
        Tenancy.as(
            accountId,
            () ->
                transaction.execute(
                    status -> credentials.find(accountId, user.userId().value()).orElseThrow()));
    String hash =
        hasher
            .hashUnlessSame(password, before.passwordHash())
            .orElseThrow(() ->
                ProblemException.field(
                    CredentialError.SAME,
                    "/password",
                    "This is your present password. Choose another one."));
    boolean done =
        Tenancy.as(
            accountId, () -> transaction.execute(status -> consume(user, secret, before, hash)));
    if (!done) {
      requirePending(openLink.open(secret));
      throw PasswordResetError.USED.problem("Somebody has used this link a moment ago.");
    }
  }

  private boolean consume(User read, String secret, Credentials.Known before, String hash) {
    // The user first, as everywhere, so that no two transactions wait for each other.
    User user = users.lock(read.accountId(), read.userId()).orElseThrow();
    if (user.state() != UserState.ACTIVE
        || resets.consume(user.accountId(), RandomToken.hash(secret)) == 0) {
      return false;
    }
    if (!credentials.change(before, hash)) {
      throw new IllegalStateException("a live link is older than the password");
    }
    UUID accountId = user.accountId().value();
    UUID userId = user.userId().value();
    signOut.everywhere(accountId, userId, "PASSWORD_RESET");
    throttle.forget(user.email().value());
    requestMail.tell(
        user,
        "password-changed",
        Map.of("changedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    trail.record(AuditEntry.ofUser(accountId, Actor.link(userId), "password.reset", userId));
    return true;
  }

  private static void requirePending(OpenResetLink.Link link) {
    switch (link.state()) {
      case PENDING -> {}
      case USED ->
          throw PasswordResetError.USED.problem("The new password is set already. Sign in.");
      case EXPIRED -> throw PasswordResetError.EXPIRED.problem("Ask for a new link.");
      case REVOKED -> throw PasswordResetError.REVOKED.problem("Ask your admin.");
      case SUPERSEDED ->
          throw PasswordResetError.SUPERSEDED.problem("Use the link in the latest mail.");
    }
  }
}
