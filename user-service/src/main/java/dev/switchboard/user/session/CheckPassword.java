package dev.switchboard.user.session;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.credential.PasswordHasher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the password of an attempt that was counted. */
@Component
public class CheckPassword {
  private final PasswordHasher hasher;
  private final SignInThrottle throttle;

  CheckPassword(PasswordHasher hasher, SignInThrottle throttle) {
    this.hasher = hasher;
    this.throttle = throttle;
  }

  /**
   * Whether it is the right one; without a hash it takes as long and is false.
   *
   * @throws ProblemException {@code service.unavailable} when too many wait; then nothing was
   *     guessed, and the attempt does not count
   */
  public boolean matches(SignInThrottle.Attempt attempt, String password, @Nullable String hash) {
    try {
      return hasher.matches(password, hash);
    } catch (ProblemException busy) {
      throttle.takeBack(attempt);
      throw busy;
    }
  }
}
