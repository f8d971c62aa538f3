package dev.switchboard.billing.issued;

import dev.switchboard.billing.issued.PrintPages.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** A table over the whole width whose header stands on each of its pages. Lengths are in points. */
final class PrintTable {
  private static final Style CELL = new Style(8, false);
  private static final Style STRONG = new Style(8, true);
  private static final float GAP = 8;
  private static final float PADDING = 3;

  private final PrintPages pages;
  private final List<Column> columns;
  private final PDStructureElement table;

  /**
   * A column.
   *
   * @param width with the gap to the next
   * @param isFigure set to the right
   */
  record Column(String name, float width, boolean isFigure) {}

  PrintTable(PrintPages pages, List<Column> columns) throws IOException {
    this.pages = pages;
    this.columns = columns;
    this.table = pages.tags().add(pages.tags().document(), "Table");
    header();
  }

  /** A row; it is never parted by the end of a page. */
  void row(List<String> cells) throws IOException {
    row(cells, CELL, "TD", true);
  }

  /** A row that stands out, such as a sum. */
  void strongRow(List<String> cells) throws IOException {
    row(cells, STRONG, "TD", true);
  }

  private void header() throws IOException {
    row(columns.stream().map(Column::name).toList(), STRONG, "TH", false);
  }

  private void row(List<String> cells, Style style, String tag, boolean mayTurnPage)
      throws IOException {
    List<List<String>> lines = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < columns.size(); i++) {
      List<String> cell =
          pages.font().lines(cells.get(i), style.size(), columns.get(i).width() - GAP);
      lines.add(cell);
      most = Math.max(most, cell.size());
    }
    float height = most * style.leading() + 2 * PADDING;
    if (mayTurnPage && !pages.hasRoom(height)) {
      pages.turnPage();
      header();
    }
    pages.skip(PADDING);
    PDStructureElement row = pages.tags().add(table, "TR");
    float left = PrintPages.LEFT;
    for (int i = 0; i < columns.size(); i++) {
      cell(pages.tags().add(row, tag), lines.get(i), columns.get(i), left, style);
      left += columns.get(i).width();
    }
    pages.skip(height - PADDING);
    pages.rule();
  }

  private void cell(
      PDStructureElement element, List<String> lines, Column column, float left, Style style)
      throws IOException {
    float widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, pages.font().width(line, style.size()));
    }
    pages.mark(element, lines, column.isFigure() ? left + column.width() - widest : left, style);
  }
}
