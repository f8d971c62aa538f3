package dev.switchboard.numbering.extension;

import java.util.Collection;
import java.util.OptionalInt;

/**
 * Which codes can be extensions (F4): 3 to 6 digits, not beginning with 0, never a service code
 * (N11), the maintenance line 933 or the suicide and crisis line 988, nor in a reserved range.
 */
final class ExtensionRules {
  private static final int MAINTENANCE_LINE = 933;
  private static final int CRISIS_LINE = 988;

  private ExtensionRules() {}

  static boolean isAllowed(int code, Collection<ExtensionRange> reserved) {
    return code >= Extension.LOWEST
        && code <= Extension.HIGHEST
        && !isServiceCode(code)
        && code != MAINTENANCE_LINE
        && code != CRISIS_LINE
        && reserved.stream().noneMatch(range -> range.contains(code));
  }

  /** The lowest allowed code that is not below this one; three digits go on with four. */
  static OptionalInt lowestAllowed(int from, Collection<ExtensionRange> reserved) {
    int code = Math.max(from, Extension.LOWEST);
    while (code <= Extension.HIGHEST && !isAllowed(code, reserved)) {
      code = 1 + endOfRange(code, reserved);
    }
    return code <= Extension.HIGHEST ? OptionalInt.of(code) : OptionalInt.empty();
  }

  /** The last code of the widest range that this one is in, or the code itself. */
  private static int endOfRange(int code, Collection<ExtensionRange> reserved) {
    return reserved.stream()
        .filter(range -> range.contains(code))
        .mapToInt(ExtensionRange::last)
        .max()
        .orElse(code);
  }

  /** 211, 311 … 911. */
  private static boolean isServiceCode(int code) {
    return code >= 211 && code <= 911 && code % 100 == 11;
  }
}
