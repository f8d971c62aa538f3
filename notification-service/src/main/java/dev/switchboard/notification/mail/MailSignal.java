package dev.switchboard.notification.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the dispatcher of this instance when there may be something to send. */
final class MailSignal {
  private final Semaphore wakes = new Semaphore(0);

  void wake() {
    wakes.release();
  }

  /** Waits for a wake-up, at most this long. */
  void await(Duration atMost) throws InterruptedException {
    if (wakes.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wakes.drainPermits();
    }
  }
}
