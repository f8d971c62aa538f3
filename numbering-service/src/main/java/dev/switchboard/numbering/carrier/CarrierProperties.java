package dev.switchboard.numbering.carrier;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the carrier.
 *
 * @param name which one
 * @param timeout the longest wait for one of its answers; shorter than any time-out of the database
 */
@ConfigurationProperties("switchboard.carrier")
record CarrierProperties(Name name, Duration timeout) {

  /** The carriers there are. */
  enum Name {
    /** Fictitious numbers, for development and demonstration. */
    BUILT_IN,
    /** Twilio's REST API. */
    TWILIO
  }

  CarrierProperties {
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("switchboard.carrier.timeout must be positive");
    }
  }
}
