package dev.switchboard.notification.text;

import java.text.BreakIterator;
import java.util.Locale;

/** What becomes of names and subjects before they stand in a mail (J2: no header injection). */
public final class CleanText {
  /** Longest name in a mail, in characters as a reader counts them. */
  public static final int LONGEST_NAME = 80;

  private static final String ELLIPSIS = "…";
  private static final int UNITS_PER_CHARACTER = 8;
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private CleanText() {}

  /** One line: control characters, line ends and lone surrogates become spaces, runs collapse. */
  public static String line(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> breaksLines(c) ? ' ' : c).forEach(clean::appendCodePoint);
    return collapse(clean);
  }

  /**
   * A person's or company's name: one line without marks that reorder the text around it, at most
   * {@value #LONGEST_NAME} characters, never cut within an emoji or accent.
   */
  public static String name(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !reordersText(c))
        .map(c -> breaksLines(c) ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return cut(collapse(clean), LONGEST_NAME);
  }

  /**
   * At most this many characters as a reader counts them, with an ellipsis where more was. A
   * character piled up of very many code points counts as too long.
   */
  public static String cut(String text, int longest) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int longestUnits = longest * UNITS_PER_CHARACTER;
    int end = 0;
    int next = characters.next();
    for (int count = 1; next != BreakIterator.DONE && next <= longestUnits; count++) {
      if (next == text.length()) {
        return text;
      }
      if (count == longest) {
        break;
      }
      end = next;
      next = characters.next();
    }
    return text.isEmpty() ? text : text.substring(0, end) + ELLIPSIS;
  }

  /** The text, fenced with Unicode isolates when it is right-to-left; for plain text only. */
  public static String isolated(String text) {
    boolean rightToLeft =
        text.codePoints().map(Character::getDirectionality).anyMatch(CleanText::isRightToLeft);
    return rightToLeft ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
  }

  private static boolean isRightToLeft(int directionality) {
    return directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static String collapse(CharSequence text) {
    return text.toString().replaceAll("[\\p{Zs}]+", " ").strip();
  }

  private static boolean breaksLines(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static boolean reordersText(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }
}
