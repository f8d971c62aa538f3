package dev.switchboard.billing.issued;

import dev.switchboard.billing.issued.PrintPages.Style;
import dev.switchboard.billing.issued.PrintTable.Column;
import dev.switchboard.billing.statement.Draft;
import dev.switchboard.billing.statement.StatementLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * E6: a statement as a PDF, made of the statement and of nothing else. In English, as the console
 * is.
 */
final class StatementPdf {
  private static final Style TITLE = new Style(18, true);
  private static final Style HEADING = new Style(11, true);
  private static final Style WORDS = new Style(10, false);
  private static final float SPACE = 14;
  private static final float ROOM_FOR_A_TABLE = 80;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("What", 158, false),
          new Column("Days", 172, false),
          new Column("Quantity", 46, true),
          new Column("Price a month", 64, true),
          new Column("Amount", 64, true));

  private StatementPdf() {}

  /** The file. */
  static byte[] of(StatementDocument document) {
    IssuedStatement statement = document.statement();
    Draft draft = statement.draft();
    String title =
        "Statement for %s to %s"
            .formatted(LineWords.day(draft.period().from()), LineWords.day(draft.period().to()));
    String company = document.companyName() == null ? "" : document.companyName();
    LineWords words = new LineWords(draft.currency(), document.userNames());
    try (PrintPages pages = new PrintPages(title, company)) {
      pages.paragraph("P", "Switchboard", HEADING);
      pages.skip(SPACE);
      pages.paragraph("H1", title, TITLE);
      if (!company.isEmpty()) {
        pages.paragraph("P", company, HEADING);
      }
      pages.paragraph(
          "P",
          "Issued on %s."
              .formatted(LineWords.day(LocalDate.ofInstant(statement.issuedAt(), document.zone()))),
          WORDS);
      pages.paragraph("P", "Statement " + statement.statementId(), WORDS);
      pages.paragraph("P", "Total: " + words.money(draft.totalCents()), HEADING);
      lines(pages, draft, words);
      return pages.finish(company.isEmpty() ? title : company + " · " + title);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lines(PrintPages pages, Draft draft, LineWords words) throws IOException {
    String inAdvance =
        "In advance, %s to %s"
            .formatted(LineWords.day(draft.period().from()), LineWords.day(draft.period().to()));
    table(pages, inAdvance, draft.lines().stream().filter(StatementPdf::isInAdvance), words);
    if (!draft.lines().stream().allMatch(StatementPdf::isInAdvance)) {
      table(
          pages,
          "Changes in the month before",
          draft.lines().stream().filter(line -> !isInAdvance(line)),
          words);
    }
  }

  private static boolean isInAdvance(StatementLine line) {
    return line.kind() == StatementLine.Kind.RECURRING;
  }

  private static void table(
      PrintPages pages, String title, Stream<StatementLine> chosen, LineWords words)
      throws IOException {
    List<StatementLine> lines = chosen.toList();
    if (!pages.hasRoom(ROOM_FOR_A_TABLE)) {
      pages.turnPage();
    }
    pages.skip(SPACE);
    pages.paragraph("H2", title, HEADING);
    PrintTable table = new PrintTable(pages, COLUMNS);
    for (StatementLine line : lines) {
      table.row(words.cells(line));
    }
    long sum = lines.stream().mapToLong(StatementLine::amountCents).sum();
    table.strongRow(List.of("Sum", "", "", "", words.money(sum)));
  }
}
