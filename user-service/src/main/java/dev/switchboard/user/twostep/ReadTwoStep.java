package dev.switchboard.user.twostep;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.session.SecondStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a user how he signs in. */
@Component
public class ReadTwoStep {
  private final TwoSteps twoSteps;
  private final RecoveryCodes recoveryCodes;
  private final SecondStep secondStep;

  ReadTwoStep(TwoSteps twoSteps, RecoveryCodes recoveryCodes, SecondStep secondStep) {
    this.twoSteps = twoSteps;
    this.recoveryCodes = recoveryCodes;
    this.secondStep = secondStep;
  }

  /**
   * The user's two-step sign-in.
   *
   * @param pending whether it was begun and no code of it was seen yet
   * @param required whether he must have it, as an admin of an account that requires it
   */
  public record TwoStepStatus(
      boolean enabled, boolean pending, int recoveryCodesLeft, boolean required) {}

  /** The caller's. */
  @Transactional(readOnly = true)
  public TwoStepStatus read(Caller caller) {
    SecondStep.State state = secondStep.of(caller.accountId(), caller.userId());
    boolean begun = twoSteps.find(caller.accountId(), caller.userId()).isPresent();
    return new TwoStepStatus(
        state.enabled(),
        begun && !state.enabled(),
        recoveryCodes.left(caller.accountId(), caller.userId()),
        state.required());
  }
}
