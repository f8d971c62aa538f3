package dev.switchboard.numbering.extension;

import java.util.Collection;

/**
 * Which codes can be extensions (F4): 3 to 6 digits, not beginning with 0, never a service code
 * (N11), the maintenance line 933 or the suicide and crisis line 988, nor in a reserved range.
 */
final class ExtensionRules {
  static final int HIGHEST = 999_999;
  private static final int LOWEST = 100;
  private static final int MAINTENANCE_LINE = 933;
  private static final int CRISIS_LINE = 988;

  private ExtensionRules() {}

  static boolean isAllowed(int code, Collection<ExtensionRange> reserved) {
    return code >= LOWEST
        && code <= HIGHEST
        && !isServiceCode(code)
        && code != MAINTENANCE_LINE
        && code != CRISIS_LINE
        && reserved.stream().noneMatch(range -> range.contains(code));
  }

  /** 211, 311 … 911. */
  private static boolean isServiceCode(int code) {
    return code >= 211 && code <= 911 && code % 100 == 11;
  }
}
