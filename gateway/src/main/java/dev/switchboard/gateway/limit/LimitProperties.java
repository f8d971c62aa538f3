package dev.switchboard.gateway.limit;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a client may ask.
 *
 * @param body size at most
 * @param bodyTime until a body must have arrived
 * @param concurrentRequests of all clients together
 * @param rates by name, for each client address
 */
@ConfigurationProperties("switchboard.gateway.limits")
record LimitProperties(
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("20s") Duration bodyTime,
    @DefaultValue("1000") int concurrentRequests,
    Map<String, Rate> rates) {

  /**
   * A token bucket's measures.
   *
   * @param perSecond requests in the long run
   * @param burst requests at once
   */
  record Rate(double perSecond, int burst) {

    Rate {
      if (perSecond <= 0 || burst < 1) {
        throw new IllegalArgumentException("a rate must be positive");
      }
    }
  }
}
