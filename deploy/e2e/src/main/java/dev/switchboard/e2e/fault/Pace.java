package dev.switchboard.e2e.fault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Spaces the calls of many people who all come from one address, below what the gateway lets one
 * address do: after an outage hundreds would knock in the same second. Thread-safe.
 */
final class Pace {
  private final long spacing;
  private long next = System.nanoTime();

  /** At most so many calls a second. */
  Pace(int perSecond) {
    this.spacing = Duration.ofSeconds(1).toNanos() / perSecond;
  }

  /** Waits until it is this caller's turn; false when it must end. */
  boolean await() {
    long turn;
    synchronized (this) {
      turn = Math.max(System.nanoTime(), next);
      next = turn + spacing;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(turn - System.nanoTime());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
