package dev.switchboard.gateway.limit;

import java.time.Duration;

/** Fills by {@code perSecond} up to {@code burst}; each request takes one token. */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final int burst;
  private double tokens;
  private long filledAt;

  TokenBucket(double perSecond, int burst, long now) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filledAt = now;
  }

  /**
   * Takes a token at this time (nanoseconds), or tells how long to wait for one; zero when taken.
   */
  synchronized Duration take(long now) {
    if (now - filledAt > 0) {
      tokens = Math.min(burst, tokens + (now - filledAt) / NANOS * perSecond);
      filledAt = now;
    }
    if (tokens >= 1) {
      tokens -= 1;
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.max(1, (1 - tokens) / perSecond * NANOS));
  }
}
