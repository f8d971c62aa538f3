package dev.switchboard.billing.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.Draft;
import dev.switchboard.billing.statement.Period;
import dev.switchboard.billing.statement.StatementLine;
import dev.switchboard.platform.time.Ids;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementPdfTest {
  private static final LocalDate FROM = LocalDate.parse("2026-11-02");
  private static final LocalDate TO = LocalDate.parse("2026-12-01");
  private static final UUID JOSE = Ids.next();
  private static final UUID ERASED = Ids.next();
  private static final Map<UUID, String> NAMES = Map.of(JOSE, "José Łukasik-Muñoz");

  @Test
  @DisplayName("E6 company, month, id, day of issue, every line, sums and total are in the PDF")
  void saysAll() throws IOException {
    IssuedStatement statement = statement(usualLines());
    String text = text(pdf(statement, "Harbor Light Books", NAMES));

    assertThat(text.lines())
        .contains(
            "Statement for Nov 2, 2026 to Dec 1, 2026",
            "Harbor Light Books",
            "Issued on Nov 1, 2026.",
            "Statement " + statement.statementId(),
            "Total: $76.60",
            "In advance, Nov 2, 2026 to Dec 1, 2026",
            "What Days Quantity Price a month Amount",
            "Basic Nov 2, 2026 to Dec 1, 2026 3 $14.99 $44.97",
            "(212) 555-0187 · José Łukasik-Muñoz Nov 2, 2026 to Dec 1, 2026 1 $4.99 $4.99",
            "Additional numbers Nov 2, 2026 to Dec 1, 2026 2 $4.99 $9.98",
            "Sum $59.94",
            "Changes in the month before",
            "Credit: Basic · deleted user Oct 12, 2026 to Nov 1, 2026: 21 of 31 days 1 $14.99 -$3.50",
            "Pro · José Łukasik-Muñoz Oct 12, 2026 to Nov 1, 2026: 21 of 31 days 1 $29.99 $20.16",
            "Sum $16.66",
            "Harbor Light Books · Statement for Nov 2, 2026 to Dec 1, 2026 Page 1 of 1");
  }

  @Test
  @DisplayName("E6 without changes and without a known company there is neither in it")
  void saysNoMore() throws IOException {
    String text = text(pdf(statement(usualLines().subList(0, 1)), null, Map.of()));

    assertThat(text).doesNotContain("Changes in the month before", "null").contains("Sum $44.97");
  }

  @Test
  @DisplayName(
      "E6 a statement without lines is a document too, and one of credits has a negative total")
  void extremes() throws IOException {
    assertThat(text(pdf(statement(List.of()), "A", NAMES))).contains("Total: $0.00");
    assertThat(text(pdf(statement(List.of(usualLines().get(3))), "A", NAMES)))
        .contains("Total: -$3.50");
  }

  @Test
  @DisplayName(
      "E6 5,000 lines are many pages, each with the header and its number, in reasonable time")
  void manyLines() throws IOException {
    List<StatementLine> lines = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      lines.add(number("+1212%07d".formatted(5_550_000 + i), JOSE));
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();

    byte[] pdf = pdf(statement(lines), "Harbor Light Books", NAMES);

    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin))
        .as("time of the processor")
        .isLessThan(Duration.ofSeconds(15));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(50);
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page : new int[] {2, pages / 2, pages}) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document))
            .contains("What Days Quantity Price a month Amount", "Page " + page + " of " + pages);
      }
    }
    String text = text(pdf);
    assertThat(text.lines().filter(line -> line.startsWith("(212) 555-"))).hasSize(5_000);
    assertThat(text).contains("(212) 555-4999", "Sum $24,950.00", "Total: $24,950.00");
  }

  @ParameterizedTest
  @DisplayName("E6 a name may be anything: what the font lacks stands as a box, and nothing breaks")
  @ValueSource(
      strings = {
        "👩‍👩‍👧 Ada",
        "山田太郎",
        "a\u0000b\r\nc\td",
        "\uD800 lone",
        "",
        " ",
        "e\u0301\u0302\u0303\u0304",
        "\u202Eevil",
        "Ωμέγα Привет"
      })
  void anyName(String name) {
    assertThatCode(() -> text(pdf(statement(usualLines()), name, Map.of(JOSE, name))))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName(
      "E6 an emoji is one box, right-to-left names read as they are, long ones go on below")
  void namesAreWhole() throws IOException {
    String endless = "Llanfair".repeat(30);

    assertThat(text(pdf(statement(List.of()), "👩‍👩‍👧 Ada", NAMES))).contains("□ Ada");
    assertThat(text(pdf(statement(List.of()), "עדה בע״מ", NAMES))).contains("עדה");
    assertThat(
            text(pdf(statement(List.of(number("+12125550187", JOSE))), "A", Map.of(JOSE, endless)))
                .replaceAll("\\R", ""))
        .contains("Llanfair".repeat(4));
    assertThat(text(pdf(statement(List.of()), endless, NAMES)).replaceAll("\\R", ""))
        .contains(endless);
  }

  @Test
  @DisplayName("E6 the file has a title and a language, embeds its font and tags its table")
  void accessible() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(pdf(statement(usualLines()), "Harbor Light Books", NAMES))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Statement for Nov 2, 2026 to Dec 1, 2026");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
      }
      PDStructureElement whole =
          (PDStructureElement)
              document.getDocumentCatalog().getStructureTreeRoot().getKids().getFirst();
      assertThat(whole.getKids())
          .extracting(kid -> ((PDStructureElement) kid).getStructureType())
          .containsExactly("P", "H1", "P", "P", "P", "P", "H2", "Table", "H2", "Table");
      PDStructureElement table = (PDStructureElement) whole.getKids().get(7);
      assertThat(table.getKids()).hasSize(1 + 3 + 1);
      assertThat(((PDStructureElement) table.getKids().getFirst()).getKids())
          .extracting(kid -> ((PDStructureElement) kid).getStructureType())
          .containsOnly("TH")
          .hasSize(5);
    }
  }

  private static List<StatementLine> usualLines() {
    return List.of(
        line(StatementLine.Kind.RECURRING, Plan.BASIC, 3, 1499, 30, 30, 4497, null),
        number("+12125550187", JOSE),
        new StatementLine(
            StatementLine.Kind.RECURRING,
            StatementLine.Item.NUMBER,
            null,
            2,
            499,
            FROM,
            TO,
            30,
            30,
            998,
            null,
            null),
        line(StatementLine.Kind.CREDIT, Plan.BASIC, 1, 1499, 21, 31, -350, ERASED),
        line(StatementLine.Kind.CHARGE, Plan.PRO, 1, 2999, 21, 31, 2016, JOSE));
  }

  private static StatementLine line(
      StatementLine.Kind kind,
      Plan plan,
      int quantity,
      long unitPriceCents,
      int days,
      int periodDays,
      long amountCents,
      @Nullable UUID userId) {
    boolean before = kind != StatementLine.Kind.RECURRING;
    return new StatementLine(
        kind,
        StatementLine.Item.PLAN,
        plan,
        quantity,
        unitPriceCents,
        before ? LocalDate.parse("2026-10-12") : FROM,
        before ? LocalDate.parse("2026-11-01") : TO,
        days,
        periodDays,
        amountCents,
        userId,
        null);
  }

  private static StatementLine number(String number, UUID user) {
    return new StatementLine(
        StatementLine.Kind.RECURRING,
        StatementLine.Item.NUMBER,
        null,
        1,
        499,
        FROM,
        TO,
        30,
        30,
        499,
        user,
        number);
  }

  private static IssuedStatement statement(List<StatementLine> lines) {
    return new IssuedStatement(
        Ids.next(),
        Ids.next(),
        new Draft(new Period(1, FROM, TO), "USD", lines),
        Instant.parse("2026-11-02T03:30:00Z"));
  }

  private static byte[] pdf(
      IssuedStatement statement, @Nullable String company, Map<UUID, String> names) {
    return StatementPdf.of(
        new StatementDocument(statement, company, names, ZoneId.of("America/New_York")));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
