package dev.switchboard.user.user;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import org.springframework.stereotype.Component;

/**
 * A7: an account never loses its last admin. Whoever takes an admin away locks the account first,
 * so that two who take one each at the same time follow one another.
 */
@Component
public class Admins {
  private final AccountRepository accounts;
  private final UserRepository users;

  Admins(AccountRepository accounts, UserRepository users) {
    this.accounts = accounts;
    this.users = users;
  }

  /** Keeps the account's admins as they are until the transaction ends; call it before all else. */
  public void lock(AccountId accountId) {
    accounts.lock(accountId);
  }

  /**
   * Makes sure that somebody remains when this user is no admin any more. The admins are locked.
   *
   * @throws ProblemException {@code user.last-admin}
   */
  public void requireAnother(User user) {
    if (user.role() == Role.ADMIN
        && user.state() == UserState.ACTIVE
        && users.countActiveAdmins(user.accountId()) <= 1) {
      throw UserError.LAST_ADMIN.problem(
          "The company needs an admin. Support can make somebody else admin first.");
    }
  }
}
