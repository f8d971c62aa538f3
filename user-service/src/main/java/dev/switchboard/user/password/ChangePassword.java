package dev.switchboard.user.password;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.credential.CredentialError;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.credential.PasswordPolicy;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.passwordreset.RevokePasswordResets;
import dev.switchboard.user.session.ConfirmPassword;
import dev.switchboard.user.session.SignInThrottle;
import dev.switchboard.user.session.SignOut;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** G1: a user changes his own password, knowing the present one; his other sessions end. */
@Component
public class ChangePassword {
  private final ConfirmPassword confirmPassword;
  private final PasswordPolicy policy;
  private final PasswordHasher hasher;
  private final SignInThrottle throttle;
  private final Users users;
  private final AccountRepository accounts;
  private final Credentials credentials;
  private final SignOut signOut;
  private final RevokePasswordResets revokeLinks;
  private final RequestMail requestMail;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionOperations transaction;

  ChangePassword(
      ConfirmPassword confirmPassword,
      PasswordPolicy policy,
      PasswordHasher hasher,
      SignInThrottle throttle,
      Users users,
      AccountRepository accounts,
      Credentials credentials,
      SignOut signOut,
      RevokePasswordResets revokeLinks,
      RequestMail requestMail,
      AuditTrail trail,
      Clock clock,
      TransactionOperations transaction) {
    this.confirmPassword = confirmPassword;
    this.policy = policy;
    this.hasher = hasher;
    this.throttle = throttle;
    this.users = users;
    this.accounts = accounts;
    this.credentials = credentials;
    this.signOut = signOut;
    this.revokeLinks = revokeLinks;
    this.requestMail = requestMail;
    this.trail = trail;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** What was typed. */
  public record Command(String currentPassword, String newPassword) {

    @Override
    public String toString() {
      return "ChangePassword.Command";
    }
  }

  /**
   * Changes the caller's password.
   *
   * @param userId the user that was named; the caller himself
   * @throws ProblemException {@code auth.forbidden} for anybody else; {@code password.*}; {@code
   *     auth.too-many-attempts}; {@code auth.locked}
   */
  public void change(Caller caller, UUID userId, Command command) {
    if (!caller.userId().equals(userId)) {
      throw transaction.<ProblemException>execute(status -> refuse(caller, userId));
    }
    ConfirmPassword.Confirmed confirmed =
        confirmPassword.confirm(caller, command.currentPassword(), "/currentPassword");
    throttle.takeBack(confirmed.attempt());
    if (command.newPassword().equals(command.currentPassword())) {
      throw ProblemException.field(
          CredentialError.SAME,
          "/newPassword",
          "This is your present password. Choose another one.");
    }
    User user = confirmed.user();
    policy.check(
        command.newPassword(),
        "/newPassword",
        List.of(
            user.firstName(),
            user.lastName(),
            user.fullName(),
            user.email().value(),
            companyName(user.accountId())));
    String hash = hasher.hash(command.newPassword());
    transaction.executeWithoutResult(status -> store(caller, confirmed.credential(), hash));
  }

  /** A foreign or unknown id is told apart for admins as everywhere: there is no such user. */
  private ProblemException refuse(Caller caller, UUID userId) {
    boolean known =
        !caller.mayReach(userId)
            || users.find(new AccountId(caller.accountId()), new UserId(userId)).isPresent();
    return known
        ? new ProblemException(
            CommonError.FORBIDDEN, "Only the user himself changes his password. Send a reset link.")
        : new ProblemException(CommonError.NOT_FOUND, "There is no such user.");
  }

  private String companyName(AccountId accountId) {
    return transaction.execute(status -> accounts.findById(accountId).orElseThrow().companyName());
  }

  private void store(Caller caller, Credentials.Known before, String hash) {
    User user =
        users
            .lock(new AccountId(caller.accountId()), new UserId(caller.userId()))
            .filter(found -> found.state() == UserState.ACTIVE)
            .orElseThrow(
                () -> new ProblemException(CommonError.AUTH_REQUIRED, "Please sign in again."));
    if (!credentials.change(before, hash)) {
      throw ProblemException.field(
          CredentialError.WRONG, "/currentPassword", "It was changed a moment ago.");
    }
    signOut.elsewhere(caller, "PASSWORD_CHANGED");
    revokeLinks.of(user);
    requestMail.tell(
        user,
        "password-changed",
        Map.of("changedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    trail.record(
        AuditEntry.ofUser(caller.accountId(), caller.actor(), "password.changed", caller.userId()));
  }
}
