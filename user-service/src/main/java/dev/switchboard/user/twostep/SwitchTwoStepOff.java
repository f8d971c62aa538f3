package dev.switchboard.user.twostep;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.session.ConfirmPassword;
import dev.switchboard.user.session.SecondStep;
import dev.switchboard.user.user.User;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A user switches two-step sign-in off, showing both steps; not an admin who must have it. */
@Component
public class SwitchTwoStepOff {
  private final ConfirmPassword confirmPassword;
  private final GuardedCode guardedCode;
  private final SecondStep secondStep;
  private final TwoSteps twoSteps;
  private final RecoveryCodes recoveryCodes;
  private final SettleTwoStep settle;

  SwitchTwoStepOff(
      ConfirmPassword confirmPassword,
      GuardedCode guardedCode,
      SecondStep secondStep,
      TwoSteps twoSteps,
      RecoveryCodes recoveryCodes,
      SettleTwoStep settle) {
    this.confirmPassword = confirmPassword;
    this.guardedCode = guardedCode;
    this.secondStep = secondStep;
    this.twoSteps = twoSteps;
    this.recoveryCodes = recoveryCodes;
    this.settle = settle;
  }

  /** What was typed. */
  public record Command(String password, String code) {

    @Override
    public String toString() {
      return "SwitchTwoStepOff.Command";
    }
  }

  /**
   * Switches it off.
   *
   * @throws ProblemException {@code two-step.off}; {@code two-step.enforced}; {@code
   *     password.wrong}; {@code two-step.code-wrong}; {@code auth.too-many-attempts}; {@code
   *     auth.locked}
   */
  public void switchOff(Caller caller, Command command) {
    ConfirmPassword.Confirmed confirmed =
        confirmPassword.confirm(caller, command.password(), "/password");
    // One attempt for both: a right password must not make place for more codes.
    guardedCode.made(confirmed.attempt(), () -> remove(caller, command.code()));
  }

  private Optional<User> remove(Caller caller, String code) {
    User user = settle.lock(caller);
    SecondStep.State state = secondStep.of(caller.accountId(), caller.userId());
    if (!state.enabled()) {
      throw TwoStepError.OFF.problem("It is off already.");
    }
    if (state.required()) {
      throw TwoStepError.ENFORCED.problem("Admins of your company must sign in with two steps.");
    }
    return switch (secondStep.judge(caller.accountId(), caller.userId(), code)) {
      case NOT_NEEDED, MISSING, WRONG -> Optional.empty();
      case CODE, RECOVERY_CODE -> {
        recoveryCodes.delete(caller.accountId(), caller.userId());
        twoSteps.delete(caller.accountId(), caller.userId());
        settle.own(caller, user, false);
        yield Optional.of(user);
      }
    };
  }
}
