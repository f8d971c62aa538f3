package dev.switchboard.user.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * All terms that begin with a text, as a range in byte order.
 *
 * @param from the text itself
 */
record SearchRange(String from) {
  private static final int FEWEST_DIGITS = 3;
  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  /** The end of the range; no term is as high. */
  String to() {
    return from + LAST_CHARACTER;
  }

  /**
   * What a search asks for: all of these, each as one of some ranges. What looks like a phone
   * number is one word, looked for from its beginning and from its end.
   */
  static List<List<SearchRange>> of(String search) {
    String text = search.strip().toLowerCase(Locale.ROOT);
    if (text.matches("[-+0-9(). /]+")) {
      // Leading zeros are a trunk or international prefix, which E.164 does not have.
      String digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
      if (digits.length() >= FEWEST_DIGITS) {
        return List.of(
            List.of(
                new SearchRange(digits),
                new SearchRange("~" + new StringBuilder(digits).reverse())));
      }
    }
    List<List<SearchRange>> words = new ArrayList<>();
    Arrays.stream(text.split("\\s+")).forEach(word -> words.add(List.of(new SearchRange(word))));
    return words;
  }
}
