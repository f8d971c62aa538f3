package dev.switchboard.numbering.extension;

/**
 * An extension: a code of 3 to 6 digits that does not begin with 0. Whether it may be given out is
 * for {@link ExtensionRules} to say.
 */
public record Extension(int code) {
  static final int LOWEST = 100;
  static final int HIGHEST = 999_999;

  public Extension {
    if (code < LOWEST || code > HIGHEST) {
      throw new IllegalArgumentException("an extension has 3 to 6 digits: " + code);
    }
  }

  /** As people dial it. */
  @Override
  public String toString() {
    return Integer.toString(code);
  }
}
