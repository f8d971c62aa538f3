package dev.switchboard.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.pricelist.PriceList.PlanPrice;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document for those who check a bill by hand says what billing does: it is read here. */
class StatementByHandTest {
  private static final Path DOCUMENT = Path.of("../docs/statement-by-hand.md");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Pattern DUE = Pattern.compile("^## .* statement, due (\\S+)$");
  private static final Pattern SHARE =
      Pattern.compile("(\\d+) × (\\d+) ÷ (\\d+) = (\\d+\\.\\d\\d)");

  /** Rows of cells by the heading above them. */
  private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

  private final Map<UUID, String> names = new LinkedHashMap<>();

  @BeforeEach
  void read() throws IOException {
    String heading = "";
    for (String line : Files.readAllLines(DOCUMENT)) {
      if (line.startsWith("#")) {
        heading = line;
      } else if (line.startsWith("|") && !line.startsWith("|-")) {
        tables
            .computeIfAbsent(heading, any -> new java.util.ArrayList<>())
            .add(Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList());
      }
    }
    tables.values().forEach(List::removeFirst);
  }

  @ParameterizedTest
  @DisplayName("E3 E5 every statement of the document, line by line and to the cent")
  @CsvSource({"0, 2026-03-10", "1, 2026-04-10", "2, 2026-05-10"})
  void statement(int index, LocalDate due) {
    Draft issued = DrawUpStatement.issue(history(), prices(), index);

    assertThat(issued.period().from()).isEqualTo(due);
    List<List<String>> rows = statements().get(due.toString());
    assertThat(issued.lines().stream().map(this::cells).toList())
        .containsExactlyElementsOf(
            Objects.requireNonNull(rows).subList(0, rows.size() - 1).stream()
                .map(row -> row.subList(0, 7))
                .toList());
    assertThat(rows.getLast().subList(0, 7))
        .containsExactly("total", "", "", "", "", "", dollars(issued.totalCents()));
  }

  @Test
  @DisplayName("E4 each sum of the document is right by another way of reckoning, rounded half up")
  void arithmetic() {
    List<List<String>> shares =
        statements().values().stream()
            .flatMap(List::stream)
            .filter(row -> SHARE.matcher(row.get(5)).matches())
            .toList();

    assertThat(shares).hasSize(7);
    for (List<String> row : shares) {
      Matcher share = SHARE.matcher(row.get(5));
      assertThat(share.matches()).isTrue();
      long days =
          LocalDate.parse(row.get(4)).toEpochDay() - LocalDate.parse(row.get(3)).toEpochDay();
      assertThat(Long.parseLong(share.group(2))).as("days of %s", row).isEqualTo(days + 1);
      BigDecimal exact =
          new BigDecimal(share.group(1))
              .multiply(new BigDecimal(share.group(2)))
              .divide(new BigDecimal(share.group(3)), 10, RoundingMode.HALF_UP);
      assertThat(exact.setScale(2, RoundingMode.HALF_UP)).isEqualTo(share.group(4));
      long cents = exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
      assertThat(row.get(6)).isEqualTo(dollars(row.get(0).equals("CREDIT") ? -cents : cents));
    }
  }

  @Test
  @DisplayName("E5 the document has every kind of line of every item")
  void everyKind() {
    assertThat(
            statements().values().stream()
                .flatMap(List::stream)
                .filter(row -> !row.getFirst().equals("total"))
                .map(
                    row -> row.getFirst() + " " + (row.get(1).equals("NUMBER") ? "NUMBER" : "PLAN"))
                .distinct())
        .hasSize(StatementLine.Kind.values().length * StatementLine.Item.values().length);
  }

  private Map<String, List<List<String>>> statements() {
    Map<String, List<List<String>>> statements = new LinkedHashMap<>();
    tables.forEach((heading, rows) -> {
      Matcher due = DUE.matcher(heading);
      if (due.matches()) {
        statements.put(due.group(1), rows);
      }
    });
    return statements;
  }

  private PriceBook prices() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    table("## The prices").forEach(row -> rows.put(row.getFirst(), row));
    return new PriceBook(
        List.of(
            new PriceList(
                1,
                "USD",
                LocalDate.of(2026, 1, 1),
                Arrays.stream(Plan.values())
                    .map(plan -> {
                      List<String> row = Objects.requireNonNull(rows.get(plan.name()));
                      return new PlanPrice(
                          plan,
                          Long.parseLong(row.get(1)),
                          null,
                          Integer.parseInt(row.get(2)),
                          List.of());
                    })
                    .toList(),
                Long.parseLong(Objects.requireNonNull(rows.get("NUMBER")).get(1)))));
  }

  private History history() {
    List<List<String>> acts = table("## What happened");
    Ledgers ledger = new Ledgers(at(acts.getFirst()), NEW_YORK);
    for (List<String> act : acts) {
      Instant at = at(act);
      String who = act.get(2);
      switch (act.get(1)) {
        case "signs up", "added" -> ledger.slot(slot(who), Plan.valueOf(act.get(3)), user(who), at);
        case "other plan" -> ledger.plan(user(who), Plan.valueOf(act.get(3)), at);
        case "deleted" -> ledger.delete(user(who), at);
        case "main number" -> ledger.number(who, true, null, at);
        case "number for" -> ledger.number(who, false, holder(act.get(3)), at);
        case "released" -> ledger.release(who, at);
        default -> throw new IllegalArgumentException("unknown act " + act);
      }
    }
    return ledger.history();
  }

  private List<List<String>> table(String heading) {
    return Objects.requireNonNull(tables.get(heading), heading);
  }

  private static Instant at(List<String> act) {
    return LocalDateTime.parse(act.getFirst().replace(' ', 'T')).atZone(NEW_YORK).toInstant();
  }

  private @Nullable UUID holder(String name) {
    return name.equals("nobody") ? null : user(name);
  }

  /** In the order of their names, as the lines are. */
  private UUID user(String name) {
    UUID id = new UUID(1, name.charAt(0));
    names.put(id, name);
    return id;
  }

  private static UUID slot(String name) {
    return new UUID(2, name.charAt(0));
  }

  private List<String> cells(StatementLine line) {
    String name = line.userId() == null ? "" : Objects.requireNonNull(names.get(line.userId()));
    String number = line.number() == null ? "" : line.number();
    return List.of(
        line.kind().name(),
        line.plan() == null ? line.item().name() : line.plan().name(),
        (name + " " + number).strip(),
        line.from().toString(),
        line.to().toString(),
        sum(line),
        dollars(line.amountCents()));
  }

  private static String sum(StatementLine line) {
    if (line.kind() == StatementLine.Kind.RECURRING) {
      return "%d × %d".formatted(line.unitPriceCents(), line.quantity());
    }
    BigDecimal exact =
        BigDecimal.valueOf(line.unitPriceCents() * line.days())
            .divide(BigDecimal.valueOf(line.periodDays()), 2, RoundingMode.HALF_UP);
    return "%d × %d ÷ %d = %s"
        .formatted(line.unitPriceCents(), line.days(), line.periodDays(), exact);
  }

  private static String dollars(long cents) {
    return "%s$%s".formatted(cents < 0 ? "-" : "", BigDecimal.valueOf(Math.abs(cents), 2));
  }
}
