package dev.switchboard.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs, and that tests can move forward or hold. */
public final class TestClock extends Clock {
  private final ZoneId zone;
  private final Hands hands;

  public TestClock(Clock base) {
    this(base.getZone(), new Hands(base));
  }

  private TestClock(ZoneId zone, Hands hands) {
    this.zone = zone;
    this.hands = hands;
  }

  /** Moves on by this much. */
  public void advance(Duration by) {
    hands.show(Clock.offset(hands.shown(), by));
  }

  /** Stands still from now on, so that a test does not depend on how long it takes. */
  public void hold() {
    hands.show(Clock.fixed(instant(), zone));
  }

  /** Back to the real time, running. */
  public void reset() {
    hands.show(hands.base);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Moves with this one. */
  @Override
  public Clock withZone(ZoneId other) {
    return new TestClock(other, hands);
  }

  @Override
  public Instant instant() {
    return hands.shown().instant();
  }

  /** What all zones of a clock share. */
  private static final class Hands {
    private final Clock base;
    private volatile Clock shown;

    Hands(Clock base) {
      this.base = base;
      this.shown = base;
    }

    Clock shown() {
      return shown;
    }

    void show(Clock clock) {
      shown = clock;
    }
  }
}
