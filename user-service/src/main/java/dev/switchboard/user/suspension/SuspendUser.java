package dev.switchboard.user.suspension;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.Admins;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** D5: a user may not sign in until further notice, or may again. He keeps plan and numbers. */
@Component
public class SuspendUser {
  private final Users users;
  private final Admins admins;

  SuspendUser(Users users, Admins admins) {
    this.users = users;
    this.admins = admins;
  }

  /**
   * Suspends; all his sessions are dead within a second.
   *
   * @throws ProblemException {@code resource.not-found}; {@code version.mismatch}; {@code
   *     user.not-joined}; {@code user.state-conflict}; {@code user.last-admin}
   */
  @Transactional
  public Users.Stored suspend(Caller caller, UUID userId, LongPredicate seen) {
    AccountId accountId = new AccountId(caller.accountId());
    admins.lock(accountId);
    User user = find(accountId, userId, seen);
    admins.requireAnother(user);
    return users.save(user.suspend(caller.actor()));
  }

  /**
   * Reactivates.
   *
   * @throws ProblemException {@code resource.not-found}; {@code version.mismatch}; {@code
   *     user.not-joined}; {@code user.state-conflict}
   */
  @Transactional
  public Users.Stored reactivate(Caller caller, UUID userId, LongPredicate seen) {
    User user = find(new AccountId(caller.accountId()), userId, seen);
    return users.save(user.reactivate(caller.actor()));
  }

  private User find(AccountId accountId, UUID userId, LongPredicate seen) {
    User user =
        users
            .lock(accountId, new UserId(userId))
            .filter(User::isLive)
            .orElseThrow(
                () -> new ProblemException(CommonError.NOT_FOUND, "There is no such user."));
    IfMatch.require(seen, user.version());
    return user;
  }
}
