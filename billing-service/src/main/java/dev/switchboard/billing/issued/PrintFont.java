package dev.switchboard.billing.issued;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The embedded font of a document: Liberation Sans, which PDFBox brings along (Latin, Greek,
 * Cyrillic, Hebrew). A character that it lacks stands as an empty box.
 */
final class PrintFont {
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String BOX = "\u25A1";
  private static final float UNITS = 1000f;

  private final PDFont font;
  private final CmapLookup glyphs;

  PrintFont(PDDocument document) throws IOException {
    try (InputStream file = PDDocument.class.getResourceAsStream(FILE)) {
      TrueTypeFont parsed =
          new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(file, FILE)));
      parsed.setEnableGsub(false); // ligatures: not worth eight tenths of the time
      this.glyphs = parsed.getUnicodeCmapLookup();
      this.font = PDType0Font.load(document, parsed, true);
    }
  }

  PDFont font() {
    return font;
  }

  /** Width of a text that is printable, in points. */
  float width(String printable, float size) throws IOException {
    return font.getStringWidth(printable) / UNITS * size;
  }

  /** The text in lines that are printable and no wider than so many points; at least one. */
  List<String> lines(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : printable(text).split(" ", -1)) {
      for (String piece : pieces(word, size, width)) {
        boolean begins = line.isEmpty();
        if (!begins && width(line + " " + piece, size) > width) {
          lines.add(line.toString());
          line.setLength(0);
          begins = true;
        }
        line.append(begins ? "" : " ").append(piece);
      }
    }
    lines.add(line.toString());
    return lines.stream().map(PrintFont::visual).toList();
  }

  /** A word that is wider than a line, in pieces that are not. */
  private List<String> pieces(String word, float size, float width) throws IOException {
    if (width(word, size) <= width) {
      return List.of(word);
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String character : characters(word)) {
      if (!piece.isEmpty() && width(piece + character, size) > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(character);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (String character : characters(Normalizer.normalize(text, Normalizer.Form.NFC))) {
      if (Character.isWhitespace(character.codePointAt(0))
          || Character.isSpaceChar(character.codePointAt(0))
          || Character.isISOControl(character.codePointAt(0))) {
        printable.append(' ');
      } else {
        printable.append(
            character.codePoints().allMatch(each -> glyphs.getGlyphId(each) != 0)
                ? character
                : BOX);
      }
    }
    return printable.toString();
  }

  /** Characters as a reader counts them: an emoji is one, however many code points it has. */
  private static List<String> characters(String text) {
    BreakIterator ends = BreakIterator.getCharacterInstance(Locale.ROOT);
    ends.setText(text);
    List<String> characters = new ArrayList<>();
    int begin = ends.first();
    for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
      characters.add(text.substring(begin, end));
      begin = end;
    }
    return characters;
  }

  /** The line as it is set from left to right: a PDF knows no right-to-left. */
  private static String visual(String line) {
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (bidi.isLeftToRight()) {
      return line;
    }
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    String[] runs = new String[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      runs[i] = levels[i] % 2 == 0 ? run : String.join("", characters(run).reversed());
    }
    Bidi.reorderVisually(levels, 0, runs, 0, count);
    return String.join("", runs);
  }
}
