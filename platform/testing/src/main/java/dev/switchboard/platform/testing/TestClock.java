package dev.switchboard.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and that tests can move forward. */
public final class TestClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> offset;

  public TestClock(Clock base) {
    this(base, new AtomicReference<>(Duration.ZERO));
  }

  private TestClock(Clock base, AtomicReference<Duration> offset) {
    this.base = base;
    this.offset = offset;
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

  /** Moves with this one. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new TestClock(base.withZone(zone), offset);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }
}
