package dev.switchboard.user.user;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A7: a user becomes an admin, or is none any more; an account always has an admin. */
@Component
public class ChangeRole {
  private final Users users;
  private final AccountRepository accounts;

  ChangeRole(Users users, AccountRepository accounts) {
    this.users = users;
    this.accounts = accounts;
  }

  /**
   * Changes the role; one who has it already stays as he is.
   *
   * @throws ProblemException {@code resource.not-found}; {@code user.not-joined}; {@code
   *     user.state-conflict}; {@code user.last-admin}
   */
  @Transactional
  public void change(AccountId accountId, UserId userId, Role role, Actor actor) {
    // The account first: of two who take the role from the last two admins, one must see the other.
    if (accounts.lock(accountId).isEmpty()) {
      throw notFound();
    }
    User user =
        users
            .lock(accountId, userId)
            .filter(found ->
                found.state() != UserState.DELETED && found.state() != UserState.WITHDRAWN)
            .orElseThrow(ChangeRole::notFound);
    Change<User> change = user.changeRole(role, actor);
    if (user.role() == role) {
      return;
    }
    if (user.role() == Role.ADMIN && isLastAdmin(user)) {
      throw UserError.LAST_ADMIN.problem("Make another user admin first.");
    }
    users.save(change);
  }

  private boolean isLastAdmin(User user) {
    return users.admins(user.accountId()).stream()
        .filter(admin -> admin.state() == UserState.ACTIVE)
        .allMatch(admin -> admin.userId().equals(user.userId()));
  }

  private static ProblemException notFound() {
    return new ProblemException(CommonError.NOT_FOUND, "There is no such user.");
  }
}
