package dev.switchboard.numbering.value;

import java.util.regex.Pattern;

/**
 * A phone number in E.164: plus sign, country code, 7 to 15 digits in all. Anything else is an
 * {@link IllegalArgumentException}.
 */
public record E164(String value) {
  private static final Pattern FORMAT = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[2-9][0-9]{9}");
  private static final int AREA_CODE_START = 2;
  private static final int AREA_CODE_END = 5;

  public E164 {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("not a phone number in E.164");
    }
  }

  /** Whether it is of the North American Numbering Plan, where three digits are an area code. */
  public boolean isNorthAmerican() {
    return NORTH_AMERICAN.matcher(value).matches();
  }

  /**
   * The area code, three digits.
   *
   * @throws IllegalStateException when it is not North American
   */
  public String areaCode() {
    if (!isNorthAmerican()) {
      throw new IllegalStateException("only North American numbers have an area code");
    }
    return value.substring(AREA_CODE_START, AREA_CODE_END);
  }

  @Override
  public String toString() {
    return value;
  }
}
