package dev.switchboard.platform.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Makes UUIDv7 ids (RFC 9562): unique, and near each other in an index when made near in time. */
public final class Ids {
  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  /** A new UUIDv7. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
