package dev.switchboard.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and that tests can move forward. */
public final class TestClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  public TestClock(Clock base) {
    this.base = base;
  }

  /** Moves on by this much. */
  public void advance(Duration by) {
    offset.updateAndGet(before -> before.plus(by));
  }

  /** Back to the real time. */
  public void reset() {
    offset.set(Duration.ZERO);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new TestClock(base.withZone(zone));
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }
}
