package dev.switchboard.gateway.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Primary;

/** The gateway's clock and ticker: time stands still until a test moves it. */
@Primary
public final class TestTime extends Clock implements Ticker {
  private final Instant start = Instant.now();
  private final AtomicLong passed = new AtomicLong();

  /** Moves on by this much. */
  public void advance(Duration by) {
    passed.addAndGet(by.toNanos());
  }

  @Override
  public long read() {
    return passed.get();
  }

  @Override
  public Instant instant() {
    return start.plusNanos(passed.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the gateway knows no zones");
  }
}
