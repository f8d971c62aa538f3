package dev.switchboard.numbering.extension;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What of an account's codes can be given out next.
 *
 * @param firstUnused from here on no code was ever given out by itself
 * @param lowestReturned the lowest code that was given back and may be given out again, or null
 * @param reserved ranges that the account keeps for itself
 */
record ExtensionSpace(
    int firstUnused, @Nullable Integer lowestReturned, List<ExtensionRange> reserved) {

  /** The lowest free code, unless somebody has picked it by hand. */
  OptionalInt candidate() {
    OptionalInt unused = ExtensionRules.lowestAllowed(firstUnused, reserved);
    Integer returned = lowestReturned;
    return returned != null && returned <= unused.orElse(returned)
        ? OptionalInt.of(returned)
        : unused;
  }
}
