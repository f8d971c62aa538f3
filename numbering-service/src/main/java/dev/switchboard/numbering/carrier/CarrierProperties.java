package dev.switchboard.numbering.carrier;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the carrier.
 *
 * @param timeout the longest wait for one of its answers; shorter than any time-out of the database
 */
@ConfigurationProperties("switchboard.carrier")
record CarrierProperties(Duration timeout) {

  CarrierProperties {
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("switchboard.carrier.timeout must be positive");
    }
  }
}
