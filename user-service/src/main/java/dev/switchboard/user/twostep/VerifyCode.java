package dev.switchboard.user.twostep;

import dev.switchboard.user.session.SecondStep;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges the code of a user who has switched two-step sign-in on; a good one is used up. */
@Component
class VerifyCode implements SecondStep {
  private final TwoSteps twoSteps;
  private final RecoveryCodes recoveryCodes;
  private final JdbcClient jdbc;
  private final Clock clock;

  VerifyCode(TwoSteps twoSteps, RecoveryCodes recoveryCodes, JdbcClient jdbc, Clock clock) {
    this.twoSteps = twoSteps;
    this.recoveryCodes = recoveryCodes;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Verdict judge(UUID accountId, UUID userId, @Nullable String code) {
    return twoSteps
        .find(accountId, userId)
        .filter(TwoSteps.TwoStep::enabled)
        .map(twoStep -> judge(accountId, userId, twoStep.secret(), code))
        .orElse(Verdict.NOT_NEEDED);
  }

  @Override
  public State of(UUID accountId, UUID userId) {
    return jdbc.sql(
            """
            select exists (select 1 from two_step t where t.user_id = u.user_id and t.enabled_at is not null),
              u.role = 'ADMIN' and a.two_step_required_for_admins
            from users u join account a using (account_id) where u.account_id = ? and u.user_id = ?
            """)
        .params(accountId, userId)
        .query((row, index) -> new State(row.getBoolean(1), row.getBoolean(2)))
        .optional()
        .orElse(new State(false, false));
  }

  private Verdict judge(UUID accountId, UUID userId, TwoStepSecret secret, @Nullable String typed) {
    String code = typed == null ? "" : typed.strip().replace(" ", "");
    if (code.isEmpty()) {
      return Verdict.MISSING;
    }
    if (Totp.isCode(code)) {
      OptionalLong step = Totp.stepOf(secret.bytes(), code, clock.instant());
      return step.isPresent() && twoSteps.use(accountId, userId, step.getAsLong())
          ? Verdict.CODE
          : Verdict.WRONG;
    }
    return recoveryCodes.use(accountId, userId, code) ? Verdict.RECOVERY_CODE : Verdict.WRONG;
  }
}
