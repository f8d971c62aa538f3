package dev.switchboard.numbering.extension;

import java.util.regex.Pattern;

/**
 * An extension: a code of 3 to 6 digits that does not begin with 0. Whether it may be given out is
 * for {@link ExtensionRules} to say.
 */
public record Extension(int code) {
  static final int LOWEST = 100;
  static final int HIGHEST = 999_999;
  private static final Pattern DIALLED = Pattern.compile("[1-9][0-9]{2,5}");

  public Extension {
    if (code < LOWEST || code > HIGHEST) {
      throw new IllegalArgumentException("an extension has 3 to 6 digits: " + code);
    }
  }

  /**
   * An extension as people dial it.
   *
   * @throws dev.switchboard.platform.problem.ProblemException {@code extension.format}
   */
  public static Extension parse(String text) {
    if (!DIALLED.matcher(text).matches()) {
      throw ExtensionError.FORMAT.problem("Choose 3 to 6 digits, the first not 0.");
    }
    return new Extension(Integer.parseInt(text));
  }

  /** As people dial it. */
  @Override
  public String toString() {
    return Integer.toString(code);
  }
}
