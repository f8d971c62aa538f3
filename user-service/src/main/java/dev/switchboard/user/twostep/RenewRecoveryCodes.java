package dev.switchboard.user.twostep;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.session.SecondStep;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** New recovery codes for a user who shows a code; all before are void. */
@Component
public class RenewRecoveryCodes {
  private final GuardedCode guardedCode;
  private final SecondStep secondStep;
  private final RecoveryCodes recoveryCodes;
  private final SettleTwoStep settle;
  private final AuditTrail trail;

  RenewRecoveryCodes(
      GuardedCode guardedCode,
      SecondStep secondStep,
      RecoveryCodes recoveryCodes,
      SettleTwoStep settle,
      AuditTrail trail) {
    this.guardedCode = guardedCode;
    this.secondStep = secondStep;
    this.recoveryCodes = recoveryCodes;
    this.settle = settle;
    this.trail = trail;
  }

  /**
   * Renews them.
   *
   * @throws ProblemException {@code two-step.off}; {@code two-step.code-wrong}; {@code
   *     auth.too-many-attempts}; {@code auth.locked}
   */
  public List<String> renew(Caller caller, String code) {
    return guardedCode.attempt(caller, () -> replace(caller, code));
  }

  private Optional<List<String>> replace(Caller caller, String code) {
    settle.lock(caller);
    return switch (secondStep.judge(caller.accountId(), caller.userId(), code)) {
      case NOT_NEEDED -> throw TwoStepError.OFF.problem("Set it up first.");
      case MISSING, WRONG -> Optional.empty();
      case CODE, RECOVERY_CODE -> {
        trail.record(
            AuditEntry.ofUser(
                caller.accountId(),
                caller.actor(),
                "two-step.recovery-codes-renewed",
                caller.userId()));
        yield Optional.of(recoveryCodes.replace(caller.accountId(), caller.userId()));
      }
    };
  }
}
