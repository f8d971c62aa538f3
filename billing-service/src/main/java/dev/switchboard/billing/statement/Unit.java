package dev.switchboard.billing.statement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One slot or one number, which has a price or none from moment to moment. */
sealed interface Unit {

  /** A slot. */
  record OfSlot(UUID slotId) implements Unit {}

  /** A number. */
  record OfNumber(String number) implements Unit {}

  /** What it is at one moment, and whose; a thing of null costs nothing. */
  record State(@Nullable Thing thing, @Nullable UUID userId) {
    static final State NOTHING = new State(null, null);
  }
}
