package dev.switchboard.numbering.line;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Draws conference room ids that nobody can guess; whether one is free the database tells. */
@Component
class BridgeIds {
  private static final long LOWEST = 2_000_000_000L;
  private static final long BEYOND = 10_000_000_000L;

  private final RandomGenerator random;

  @Autowired
  BridgeIds() {
    this(new SecureRandom());
  }

  BridgeIds(RandomGenerator random) {
    this.random = random;
  }

  BridgeId next() {
    return new BridgeId(Long.toString(random.nextLong(LOWEST, BEYOND)));
  }
}
