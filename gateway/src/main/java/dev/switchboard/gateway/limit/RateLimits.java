package dev.switchboard.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A token bucket for each rule and client address, in bounded memory. */
@Component
public class RateLimits {
  private static final int MOST_ADDRESSES = 100_000;
  private static final String REFUSED = "switchboard.gateway.rate.refused";

  private final Map<String, LimitProperties.Rate> rates;
  private final Cache<Key, TokenBucket> buckets;
  private final Ticker ticker;
  private final MeterRegistry metrics;

  RateLimits(LimitProperties properties, Ticker ticker, MeterRegistry metrics) {
    this.rates = Map.copyOf(properties.rates());
    this.ticker = ticker;
    this.metrics = metrics;
    rates.keySet().forEach(rate -> metrics.counter(REFUSED, "rate", rate)); // counted from 0
    // A bucket that nobody touched for so long is full again.
    this.buckets =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(longestRefill())
            .build();
  }

  private record Key(String rate, String client) {}

  /**
   * Counts one request.
   *
   * @throws Refusal 429 with Retry-After when the client asked too often
   */
  public void take(String rate, String address) {
    LimitProperties.Rate measures = rates.get(rate);
    if (measures == null) {
      throw new IllegalStateException("no rate of that name: " + rate);
    }
    long now = ticker.read();
    TokenBucket bucket =
        buckets.get(
            new Key(rate, client(address)),
            key -> new TokenBucket(measures.perSecond(), measures.burst(), now));
    Duration wait = bucket.take(now);
    if (wait.isPositive()) {
      metrics.counter(REFUSED, "rate", rate).increment();
      throw new Refusal(
          GatewayError.RATE, "Wait as long as Retry-After says, then try again.", wait, null);
    }
  }

  /** One client has a whole /64 of IPv6 addresses, so its first half stands for it. */
  private static String client(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }

  private Duration longestRefill() {
    double seconds =
        rates.values().stream().mapToDouble(r -> r.burst() / r.perSecond()).max().orElse(1);
    return Duration.ofSeconds((long) Math.ceil(seconds) + 1);
  }
}
