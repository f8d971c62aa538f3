package dev.switchboard.user.twostep;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.session.ConfirmPassword;
import dev.switchboard.user.session.SignInThrottle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A user begins to set two-step sign-in up: a secret for his app. Nothing changes for him yet. */
@Component
public class BeginTwoStep {
  private final ConfirmPassword confirmPassword;
  private final SignInThrottle throttle;
  private final TwoSteps twoSteps;
  private final SettleTwoStep settle;
  private final TwoStepProperties properties;
  private final TransactionOperations transaction;

  BeginTwoStep(
      ConfirmPassword confirmPassword,
      SignInThrottle throttle,
      TwoSteps twoSteps,
      SettleTwoStep settle,
      TwoStepProperties properties,
      TransactionOperations transaction) {
    this.confirmPassword = confirmPassword;
    this.throttle = throttle;
    this.twoSteps = twoSteps;
    this.settle = settle;
    this.properties = properties;
    this.transaction = transaction;
  }

  /**
   * What the app needs, told this once.
   *
   * @param secret Base32
   * @param uri {@code otpauth://}, for a QR code
   */
  public record TwoStepSetUp(String secret, String uri) {

    @Override
    public String toString() {
      return "TwoStepSetUp";
    }
  }

  /**
   * Begins; a secret that was begun before is void.
   *
   * @throws ProblemException {@code two-step.already-on}; {@code password.wrong}; {@code
   *     auth.too-many-attempts}; {@code auth.locked}
   */
  public TwoStepSetUp begin(Caller caller, String password) {
    ConfirmPassword.Confirmed confirmed = confirmPassword.confirm(caller, password, "/password");
    throttle.takeBack(confirmed.attempt());
    TwoStepSecret secret = TwoStepSecret.next();
    transaction.executeWithoutResult(status -> {
      if (!twoSteps.begin(settle.lock(caller), secret)) {
        throw TwoStepError.ALREADY_ON.problem("Switch it off first to use another app.");
      }
    });
    return new TwoStepSetUp(
        secret.asBase32(), secret.asUri(properties.issuer(), confirmed.user().email().value()));
  }
}
