package dev.switchboard.numbering.carrier;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for; all countries here are of the North American Numbering Plan.
 *
 * @param country ISO 3166-1, two letters
 * @param areaCode three digits, or null
 * @param contains digits that occur in the national number, or null
 * @param city what the name of the city begins with, or null; small and capital letters are alike
 */
public record NumberSearch(
    String country, @Nullable String areaCode, @Nullable String contains, @Nullable String city) {

  /** All numbers of a country. */
  public static NumberSearch in(String country) {
    return new NumberSearch(country, null, null, null);
  }

  /** All numbers of an area code. */
  public static NumberSearch inArea(String country, String areaCode) {
    return new NumberSearch(country, areaCode, null, null);
  }

  /** What every number that fits begins with, in E.164. */
  public String prefix() {
    return areaCode == null ? "+1" : "+1" + areaCode;
  }
}
