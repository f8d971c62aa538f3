package dev.switchboard.numbering.line;

import java.util.regex.Pattern;

/** A conference room id (F6): ten digits, the first neither 0 nor 1, as those begin other calls. */
public record BridgeId(String value) {
  private static final Pattern FORMAT = Pattern.compile("[2-9][0-9]{9}");

  public BridgeId {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("not a bridge id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
