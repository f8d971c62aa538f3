package dev.switchboard.user.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a user must show beyond his password; the feature of two-step sign-in knows. */
public interface SecondStep {

  /** How a sign-in stands with its second step. */
  enum Verdict {
    NOT_NEEDED,
    MISSING,
    WRONG,
    /** A code of the authenticator app, which is used up now. */
    CODE,
    /** A recovery code, which is used up now. */
    RECOVERY_CODE
  }

  /**
   * What holds for a user.
   *
   * @param enabled whether he signs in with two steps
   * @param required whether he must, as an admin of an account that requires it
   */
  record State(boolean enabled, boolean required) {

    /** Whether he must and does not, and so may no more than a user until he does. */
    boolean isMissing() {
      return required && !enabled;
    }
  }

  /** Judges the code of a sign-in, in its transaction: a good one is used up with it. */
  Verdict judge(UUID accountId, UUID userId, @Nullable String code);

  /** What holds for the user now. */
  State of(UUID accountId, UUID userId);
}
