package dev.switchboard.user.user;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A7, D8: makes a user admin, or takes that from him. */
@Component
public class ChangeRole {
  private final Users users;
  private final Admins admins;

  ChangeRole(Users users, Admins admins) {
    this.users = users;
    this.admins = admins;
  }

  /**
   * Changes the role; an active user who has it already stays as he is.
   *
   * @throws ProblemException {@code resource.not-found}; {@code user.not-joined}; {@code
   *     user.state-conflict}; {@code user.last-admin}
   */
  @Transactional
  public void change(AccountId accountId, UserId userId, Role newRole, Actor actor) {
    admins.lock(accountId);
    User user =
        users
            .lock(accountId, userId)
            .filter(User::isLive)
            .orElseThrow(
                () -> new ProblemException(CommonError.NOT_FOUND, "There is no such user."));
    if (user.role() == newRole && user.state() == UserState.ACTIVE) {
      return;
    }
    if (newRole != Role.ADMIN) {
      admins.requireAnother(user);
    }
    users.save(user.changeRole(newRole, actor));
  }
}
