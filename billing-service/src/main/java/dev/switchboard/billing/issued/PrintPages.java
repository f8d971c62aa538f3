package dev.switchboard.billing.issued;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Pages that are written from top to bottom, with a footer on each. Lengths are in points. */
final class PrintPages implements AutoCloseable {
  /** Where text begins on the left. */
  static final float LEFT = 54;

  /** How wide text may be. */
  static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * LEFT;

  private static final float BOTTOM = 66;
  private static final float FOOTER = 36;
  private static final float FOOTER_SIZE = 8;
  private static final float BOLDER = 0.3f;
  private static final float RULE_WIDTH = 0.5f;
  private static final float RULE_GREY = 0.75f;
  private static final float LEADING = 1.35f;

  private final PDDocument document = new PDDocument();
  private final PrintFont font;
  private final PrintTags tags;
  private PDPageContentStream content;
  private float y;

  PrintPages(String title, String author) throws IOException {
    this.font = new PrintFont(document);
    this.tags = new PrintTags(document, title, author);
    this.content = newPage();
  }

  /** How a text looks. */
  record Style(float size, boolean bold) {

    float leading() {
      return size * LEADING;
    }
  }

  PrintFont font() {
    return font;
  }

  PrintTags tags() {
    return tags;
  }

  /** Whether something so high still fits on this page. */
  boolean hasRoom(float height) {
    return y - height >= BOTTOM;
  }

  /** Goes on at the top of a new page. */
  void turnPage() throws IOException {
    content.close();
    content = newPage();
  }

  /** Goes down. */
  void skip(float height) {
    y -= height;
  }

  /** A paragraph over the whole width. */
  void paragraph(String tag, String text, Style style) throws IOException {
    List<String> lines = font.lines(text, style.size(), WIDTH);
    if (!hasRoom(lines.size() * style.leading())) {
      turnPage();
    }
    mark(tags.add(tags.document(), tag), lines, LEFT, style);
    skip(lines.size() * style.leading());
  }

  /** Lines at this height, below each other, as the content of this element. */
  void mark(PDStructureElement element, List<String> lines, float left, Style style)
      throws IOException {
    content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), tags.mark(element));
    float baseline = y - style.size();
    for (String line : lines) {
      show(line, left, baseline, style);
      baseline -= style.leading();
    }
    content.endMarkedContent();
  }

  /** A thin line across the page at this height; nothing to be read. */
  void rule() throws IOException {
    content.beginMarkedContent(COSName.ARTIFACT);
    content.saveGraphicsState();
    content.setStrokingColor(RULE_GREY);
    content.setLineWidth(RULE_WIDTH);
    content.moveTo(LEFT, y);
    content.lineTo(LEFT + WIDTH, y);
    content.stroke();
    content.restoreGraphicsState();
    content.endMarkedContent();
  }

  /** The whole document, with this text and the number of the page at the foot of each. */
  byte[] finish(String footer) throws IOException {
    content.close();
    int count = document.getNumberOfPages();
    Style style = new Style(FOOTER_SIZE, false);
    String foot = font.lines(footer, style.size(), WIDTH * 3 / 4).getFirst();
    for (int i = 0; i < count; i++) {
      content =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
      content.beginMarkedContent(COSName.ARTIFACT);
      show(foot, LEFT, FOOTER, style);
      String number = "Page %d of %d".formatted(i + 1, count);
      show(number, LEFT + WIDTH - font.width(number, style.size()), FOOTER, style);
      content.endMarkedContent();
      content.close();
    }
    tags.finish();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private PDPageContentStream newPage() throws IOException {
    PDPage page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    tags.begin(page);
    y = PDRectangle.LETTER.getHeight() - LEFT;
    return new PDPageContentStream(document, page);
  }

  private void show(String text, float left, float baseline, Style style) throws IOException {
    content.beginText();
    content.setFont(font.font(), style.size());
    content.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    content.setLineWidth(BOLDER);
    content.newLineAtOffset(left, baseline);
    content.showText(text);
    content.endText();
  }
}
