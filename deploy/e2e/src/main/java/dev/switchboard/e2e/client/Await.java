package dev.switchboard.e2e.client;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what is on its way. */
public final class Await {
  private static final Duration POLL = Duration.ofMillis(25);

  private Await() {}

  /**
   * Waits until it is true.
   *
   * @throws AssertionError when it is not within the time
   */
  public static void until(String what, Duration atMost, Callable<Boolean> condition)
      throws Exception {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("did not come true within " + atMost + ": " + what);
      }
      Thread.sleep(POLL);
    }
  }
}
