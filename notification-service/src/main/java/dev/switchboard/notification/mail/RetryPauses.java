package dev.switchboard.notification.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between two tries: doubling from the first to the longest, each shortened by up to a fifth
 * at random so that mails which failed together do not come back together.
 */
final class RetryPauses {
  private static final double JITTER = 0.2;
  private static final int DOUBLINGS = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  RetryPauses(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** The pause after this many failed tries (1, 2, 3 …). */
  Duration after(int failures) {
    int doublings = Math.clamp(failures - 1L, 0, DOUBLINGS);
    long millis = Math.min(first.toMillis() << doublings, longest.toMillis());
    return Duration.ofMillis(Math.round(millis * (1 - JITTER * random.nextDouble())));
  }
}
