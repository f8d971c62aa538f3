package dev.switchboard.user.twostep;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.session.SignInThrottle;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets a signed-in user try a code; wrong ones are counted like wrong passwords, for his session.
 */
@Component
class GuardedCode {
  private final Users users;
  private final SignInThrottle throttle;
  private final TransactionOperations transaction;

  GuardedCode(Users users, SignInThrottle throttle, TransactionOperations transaction) {
    this.users = users;
    this.throttle = throttle;
    this.transaction = transaction;
  }

  /**
   * Counts an attempt and makes it.
   *
   * @param work in one transaction; empty when the code is wrong
   * @throws ProblemException {@code two-step.code-wrong}; {@code auth.too-many-attempts}; {@code
   *     auth.locked}
   */
  <T> T attempt(Caller caller, Supplier<Optional<T>> work) {
    User user =
        transaction.execute(status ->
            users
                .find(new AccountId(caller.accountId()), new UserId(caller.userId()))
                .orElseThrow(() ->
                    new ProblemException(CommonError.AUTH_REQUIRED, "Please sign in again.")));
    return made(throttle.count(user, caller), work);
  }

  /** The same for an attempt that has been counted. */
  <T> T made(SignInThrottle.Attempt attempt, Supplier<Optional<T>> work) {
    Optional<T> result;
    try {
      result = transaction.execute(status -> work.get());
    } catch (ProblemException notTried) {
      throttle.takeBack(attempt);
      throw notTried;
    }
    T value =
        result.orElseThrow(() ->
            ProblemException.field(
                TwoStepError.CODE_WRONG,
                "/code",
                "This code is not right, or it was used. Type the one shown now."));
    throttle.takeBack(attempt);
    return value;
  }
}
