package dev.switchboard.user.twostep;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserError;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An admin helps a user who has lost his phone; the password alone signs him in again. */
@Component
public class SwitchTwoStepOffForUser {
  private final Users users;
  private final TwoSteps twoSteps;
  private final RecoveryCodes recoveryCodes;
  private final SettleTwoStep settle;

  SwitchTwoStepOffForUser(
      Users users, TwoSteps twoSteps, RecoveryCodes recoveryCodes, SettleTwoStep settle) {
    this.users = users;
    this.twoSteps = twoSteps;
    this.recoveryCodes = recoveryCodes;
    this.settle = settle;
  }

  /**
   * Switches it off; nothing happens when it is not on.
   *
   * @throws ProblemException {@code user.self}
   */
  @Transactional
  public void switchOff(Caller caller, UUID userId) {
    if (caller.userId().equals(userId)) {
      throw UserError.SELF.problem("Switch your own off in your settings, with a code.");
    }
    User user =
        users
            .lock(new AccountId(caller.accountId()), new UserId(userId))
            .filter(
                found -> found.state() != UserState.DELETED && found.state() != UserState.WITHDRAWN)
            .orElseThrow(
                () -> new ProblemException(CommonError.NOT_FOUND, "There is no such user."));
    boolean wasOn =
        twoSteps.find(caller.accountId(), userId).map(TwoSteps.TwoStep::enabled).orElse(false);
    recoveryCodes.delete(caller.accountId(), userId);
    twoSteps.delete(caller.accountId(), userId);
    if (wasOn) {
      settle.ofOther(caller, user);
    }
  }
}
