package dev.switchboard.user.session;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.credential.CredentialError;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A signed-in user shows that he knows his password. Wrong ones are counted as at sign-in, for his
 * session; a right one does not forget them, since it is only one of the things that are guessed.
 */
@Component
public class ConfirmPassword {
  private final Users users;
  private final Credentials credentials;
  private final SignInThrottle throttle;
  private final CheckPassword checkPassword;
  private final TransactionOperations transaction;

  ConfirmPassword(
      Users users,
      Credentials credentials,
      SignInThrottle throttle,
      CheckPassword checkPassword,
      TransactionOperations transaction) {
    this.users = users;
    this.credentials = credentials;
    this.throttle = throttle;
    this.checkPassword = checkPassword;
    this.transaction = transaction;
  }

  /** The user with his password, and the attempt, to be taken back when all else is right too. */
  public record Confirmed(
      User user, Credentials.Known credential, SignInThrottle.Attempt attempt) {}

  /**
   * Confirms.
   *
   * @param pointer where the request has the password
   * @throws ProblemException {@code password.wrong}; {@code auth.too-many-attempts}; {@code
   *     auth.locked}
   */
  public Confirmed confirm(Caller caller, String password, String pointer) {
    Found found = transaction.execute(status -> find(caller));
    SignInThrottle.Attempt attempt = throttle.count(found.user(), caller);
    String hash = found.credential().map(Credentials.Known::passwordHash).orElse(null);
    if (!checkPassword.matches(attempt, password, hash)) {
      throw ProblemException.field(
          CredentialError.WRONG, pointer, "This is not your present password.");
    }
    return new Confirmed(found.user(), found.credential().orElseThrow(), attempt);
  }

  private Found find(Caller caller) {
    User user =
        users
            .find(new AccountId(caller.accountId()), new UserId(caller.userId()))
            .orElseThrow(
                () -> new ProblemException(CommonError.AUTH_REQUIRED, "Please sign in again."));
    return new Found(user, credentials.find(caller.accountId(), caller.userId()));
  }

  private record Found(User user, Optional<Credentials.Known> credential) {}
}
