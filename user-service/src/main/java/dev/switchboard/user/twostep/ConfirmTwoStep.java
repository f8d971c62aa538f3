package dev.switchboard.user.twostep;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.user.User;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * The first code of the app switches two-step sign-in on; the recovery codes are told this once.
 */
@Component
public class ConfirmTwoStep {
  private final GuardedCode guardedCode;
  private final TwoSteps twoSteps;
  private final RecoveryCodes recoveryCodes;
  private final SettleTwoStep settle;
  private final Clock clock;

  ConfirmTwoStep(
      GuardedCode guardedCode,
      TwoSteps twoSteps,
      RecoveryCodes recoveryCodes,
      SettleTwoStep settle,
      Clock clock) {
    this.guardedCode = guardedCode;
    this.twoSteps = twoSteps;
    this.recoveryCodes = recoveryCodes;
    this.settle = settle;
    this.clock = clock;
  }

  /**
   * Switches it on.
   *
   * @return the recovery codes
   * @throws ProblemException {@code two-step.not-enrolled}; {@code two-step.already-on}; {@code
   *     two-step.code-wrong}; {@code auth.too-many-attempts}; {@code auth.locked}
   */
  public List<String> confirm(Caller caller, String code) {
    return guardedCode.attempt(caller, () -> enable(caller, code.replace(" ", "")));
  }

  private Optional<List<String>> enable(Caller caller, String code) {
    User user = settle.lock(caller);
    TwoSteps.TwoStep twoStep =
        twoSteps
            .find(caller.accountId(), caller.userId())
            .orElseThrow(() -> TwoStepError.NOT_ENROLLED.problem("Begin the set-up first."));
    if (twoStep.enabled()) {
      throw TwoStepError.ALREADY_ON.problem("It is on already.");
    }
    OptionalLong step = Totp.stepOf(twoStep.secret().bytes(), code, clock.instant());
    if (step.isEmpty() || !twoSteps.enable(caller.accountId(), caller.userId(), step.getAsLong())) {
      return Optional.empty();
    }
    List<String> codes = recoveryCodes.replace(caller.accountId(), caller.userId());
    settle.own(caller, user, true);
    return Optional.of(codes);
  }
}
