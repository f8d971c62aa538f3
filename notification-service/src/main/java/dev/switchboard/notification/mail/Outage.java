package dev.switchboard.notification.mail;

import java.time.Duration;

/**
 * Whether the mail server is thought to be down, and when to look again: after 0.5 s, then twice as
 * long up to the longest pause. Begins with a look, since nothing is known yet.
 */
final class Outage {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final Duration longestPause;
  private boolean down = true;
  private boolean announced;
  private Duration pause = FIRST_PAUSE;
  private long nextLook = System.nanoTime();

  Outage(Duration longestPause) {
    this.longestPause = longestPause;
  }

  synchronized boolean isDown() {
    return down;
  }

  /** How long to wait before the next look at the server; zero or less when it is time. */
  synchronized Duration untilNextLook() {
    return Duration.ofNanos(nextLook - System.nanoTime());
  }

  /** A mail could not be sent because the server is down. */
  synchronized void begins() {
    if (!down) {
      pause = FIRST_PAUSE;
      announced = false;
      down = true;
    }
    nextLook = System.nanoTime() + pause.toNanos();
  }

  /** It was looked at and is down; true the first time in this outage. */
  synchronized boolean lasts() {
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    nextLook = System.nanoTime() + pause.toNanos();
    boolean first = !announced;
    announced = true;
    return first;
  }

  /** It is back; true when the outage was announced. */
  synchronized boolean ends() {
    down = false;
    return announced;
  }
}
