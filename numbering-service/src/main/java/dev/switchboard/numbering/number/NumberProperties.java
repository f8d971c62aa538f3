package dev.switchboard.numbering.number;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of numbers.
 *
 * @param quarantine how long a number rests after it was released, when only the same account may
 *     have it (F1)
 */
@ConfigurationProperties("switchboard.numbers")
record NumberProperties(Duration quarantine) {

  NumberProperties {
    if (!quarantine.isPositive()) {
      throw new IllegalArgumentException("switchboard.numbers.quarantine must be positive");
    }
  }
}
