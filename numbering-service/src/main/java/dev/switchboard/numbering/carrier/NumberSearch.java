package dev.switchboard.numbering.carrier;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for; all countries here are of the North American Numbering Plan.
 *
 * @param country ISO 3166-1, two letters
 * @param areaCode three digits, or null
 * @param contains digits that occur in the national number, or null
 */
public record NumberSearch(String country, @Nullable String areaCode, @Nullable String contains) {

  /** What every number that fits begins with, in E.164. */
  public String prefix() {
    return areaCode == null ? "+1" : "+1" + areaCode;
  }
}
