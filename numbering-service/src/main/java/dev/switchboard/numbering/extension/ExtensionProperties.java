package dev.switchboard.numbering.extension;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of extensions.
 *
 * @param first the lowest extension that is given out by itself, 3 to 6 digits (F4). A higher one
 *     holds for all accounts at once, a lower one for accounts that have none yet.
 * @param hold how long after a user's deletion nobody else gets his extension (F4)
 */
@ConfigurationProperties("switchboard.extensions")
record ExtensionProperties(int first, Duration hold) {

  ExtensionProperties {
    if (first < Extension.LOWEST || first > Extension.HIGHEST) {
      throw new IllegalArgumentException("switchboard.extensions.first must have 3 to 6 digits");
    }
    if (hold.isNegative()) {
      throw new IllegalArgumentException("switchboard.extensions.hold must not be negative");
    }
  }
}
