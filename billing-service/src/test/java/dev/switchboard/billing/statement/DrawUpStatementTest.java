package dev.switchboard.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.StatementLine.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account signs up on 10 March, so that its first month has 31 days. */
class DrawUpStatementTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant SIGN_UP = Instant.parse("2026-03-10T15:00:00Z");
  private static final PriceBook PRICES = new PriceBook(List.of(Ledgers.PRICES));
  private static final UUID ADA = new UUID(1, 1);
  private static final UUID JOSE = new UUID(1, 2);
  private static final UUID SLOT = new UUID(2, 1);
  private static final UUID OTHER = new UUID(2, 2);

  private final Ledgers ledger =
      new Ledgers(SIGN_UP, NEW_YORK)
          .slot(SLOT, Plan.PLUS, ADA, SIGN_UP)
          .number("+12025550100", true, null, SIGN_UP.plusSeconds(1));

  @Test
  @DisplayName("E4 A2 what was bought at the sign-up is paid in advance; the main number is free")
  void firstStatement() {
    ledger.slot(OTHER, Plan.BASIC, null, SIGN_UP);

    Draft first = DrawUpStatement.issue(ledger.history(), PRICES, 0);

    assertThat(lines(first))
        .containsExactly(
            "RECURRING BASIC 1 x 1499 2026-03-10..2026-04-09 = 1499",
            "RECURRING PLUS 1 x 1999 2026-03-10..2026-04-09 = 1999");
    assertThat(first.totalCents()).isEqualTo(3498);
  }

  @Test
  @DisplayName("E4 a slot that is added is charged by day from its day on, rounded once")
  void added() {
    ledger.slot(OTHER, Plan.PRO, JOSE, at("2026-03-20T23:59"));

    assertThat(lines(next(1)))
        .containsExactly(
            "RECURRING PLUS 1 x 1999 2026-04-10..2026-05-09 = 1999",
            "RECURRING PRO 1 x 2999 2026-04-10..2026-05-09 = 2999",
            // 21 of 31 days: 2999 * 21 / 31 = 2031.58
            "CHARGE PRO 1 x 2999 2026-03-20..2026-04-09 = 2032");
  }

  @Test
  @DisplayName("E4 another plan: the day belongs to the new one; a credit and a charge")
  void planChange() {
    ledger.plan(ADA, Plan.BASIC, at("2026-03-31T00:00"));

    assertThat(lines(next(1)))
        .containsExactly(
            "RECURRING BASIC 1 x 1499 2026-04-10..2026-05-09 = 1499",
            // 10 of 31 days: 644.84 and 483.55
            "CREDIT PLUS 1 x 1999 2026-03-31..2026-04-09 = -645",
            "CHARGE BASIC 1 x 1499 2026-03-31..2026-04-09 = 484");
  }

  @Test
  @DisplayName("E4 there and back within a period leaves no line and no cent, days later too")
  void thereAndBack() {
    Draft before = next(1);
    ledger
        .plan(ADA, Plan.PRO, at("2026-03-12T10:00"))
        .plan(ADA, Plan.PLUS, at("2026-03-30T10:00"))
        .slot(OTHER, Plan.PRO, JOSE, at("2026-03-15T10:00"))
        .delete(JOSE, at("2026-03-25T10:00"))
        .number("+12025550101", false, null, at("2026-03-15T10:00"))
        .release("+12025550101", at("2026-03-16T10:00"));

    assertThat(next(1)).isEqualTo(before);
  }

  @Test
  @DisplayName("E4 what went there and back and then elsewhere is charged from the last time on")
  void thereAndBackAndAway() {
    ledger
        .plan(ADA, Plan.PRO, at("2026-03-12T10:00"))
        .plan(ADA, Plan.PLUS, at("2026-03-20T10:00"))
        .plan(ADA, Plan.PRO, at("2026-04-05T10:00"))
        .plan(ADA, Plan.BASIC, at("2026-04-08T10:00"));

    assertThat(lines(next(1)).subList(1, 4))
        .containsExactly(
            "CREDIT PLUS 1 x 1999 2026-04-05..2026-04-09 = -322",
            "CHARGE BASIC 1 x 1499 2026-04-08..2026-04-09 = 97",
            "CHARGE PRO 1 x 2999 2026-04-05..2026-04-07 = 290");
  }

  @Test
  @DisplayName("D6 a deletion is credited from its day on; undone in time it leaves nothing")
  void deleted() {
    ledger.slot(OTHER, Plan.BASIC, JOSE, SIGN_UP);
    ledger.delete(JOSE, at("2026-03-20T10:00"));
    assertThat(lines(next(1)))
        .contains("CREDIT BASIC 1 x 1499 2026-03-20..2026-04-09 = -1015")
        .noneMatch(line -> line.startsWith("RECURRING BASIC"));

    ledger.slot(OTHER, Plan.BASIC, JOSE, at("2026-03-22T10:00"));
    assertThat(next(1).totalCents()).isEqualTo(1999 + 1499);
  }

  @Test
  @DisplayName("E2 on PLUS the first number is included, each further one costs; on BASIC each")
  void numbers() {
    ledger.number("+12025550101", false, ADA, at("2026-03-11T10:00"));
    assertThat(next(1).totalCents()).isEqualTo(1999);

    ledger.number("+12025550102", false, ADA, at("2026-03-12T10:00"));
    assertThat(lines(next(1)))
        .contains(
            "RECURRING NUMBER 1 x 499 2026-04-10..2026-05-09 = 499",
            // 29 of 31 days
            "CHARGE NUMBER +12025550102 1 x 499 2026-03-12..2026-04-09 = 467");

    ledger.plan(ADA, Plan.BASIC, at("2026-03-13T10:00"));
    assertThat(lines(next(1)))
        .contains(
            "RECURRING NUMBER 2 x 499 2026-04-10..2026-05-09 = 998",
            "CHARGE NUMBER +12025550101 1 x 499 2026-03-13..2026-04-09 = 451");
  }

  @Test
  @DisplayName("E2 an unassigned number costs, given to who has one included it is free from then")
  void unassigned() {
    ledger.number("+12025550101", false, null, SIGN_UP);
    assertThat(DrawUpStatement.issue(ledger.history(), PRICES, 0).totalCents())
        .isEqualTo(1999 + 499);

    ledger.number("+12025550101", false, ADA, at("2026-03-20T10:00"));
    assertThat(lines(next(1)))
        .contains("CREDIT NUMBER +12025550101 1 x 499 2026-03-20..2026-04-09 = -338")
        .noneMatch(line -> line.startsWith("RECURRING NUMBER"));
  }

  @Test
  @DisplayName("D6 E2 the number that is held for a deleted user costs like an unassigned one")
  void held() {
    ledger.number("+12025550101", false, ADA, SIGN_UP).delete(ADA, at("2026-03-20T10:00"));

    assertThat(lines(next(1)))
        .contains(
            "RECURRING NUMBER 1 x 499 2026-04-10..2026-05-09 = 499",
            "CHARGE NUMBER +12025550101 1 x 499 2026-03-20..2026-04-09 = 338");
  }

  @Test
  @DisplayName("B8 the main number is free, and costs once it is unassigned from the company")
  void mainNumber() {
    ledger.number("+12025550100", false, null, at("2026-04-09T23:59"));

    assertThat(lines(next(1)))
        .contains("CHARGE NUMBER +12025550100 1 x 499 2026-04-09..2026-04-09 = 16");
  }

  @Test
  @DisplayName(
      "E1 new prices: advance at those of the first day, added things at those of their day")
  void newPrices() {
    PriceBook book =
        new PriceBook(
            List.of(
                Ledgers.PRICES,
                Ledgers.prices(2, LocalDate.of(2026, 3, 25), 1599, 2199, 3199, 599)));
    ledger.slot(OTHER, Plan.PRO, JOSE, at("2026-03-20T10:00"));

    assertThat(lines(DrawUpStatement.next(ledger.history(), book, 1)))
        .containsExactly(
            "RECURRING PLUS 1 x 2199 2026-04-10..2026-05-09 = 2199",
            "RECURRING PRO 1 x 3199 2026-04-10..2026-05-09 = 3199",
            "CHARGE PRO 1 x 2999 2026-03-20..2026-03-24 = 484",
            "CHARGE PRO 1 x 3199 2026-03-25..2026-04-09 = 1651");
    assertThat(DrawUpStatement.issue(ledger.history(), book, 0))
        .as("E1 the past stays")
        .isEqualTo(DrawUpStatement.issue(ledger.history(), PRICES, 0));
  }

  @ParameterizedTest
  @DisplayName("E4 a period is a month from the anniversary; a short month ends on its last day")
  @CsvSource({
    "2026-01-31T12:00:00Z, America/New_York, 0, 2026-01-31, 2026-02-27",
    "2026-01-31T12:00:00Z, America/New_York, 1, 2026-02-28, 2026-03-30",
    "2026-01-31T12:00:00Z, America/New_York, 2, 2026-03-31, 2026-04-29",
    "2028-02-29T12:00:00Z, Europe/Paris, 12, 2029-02-28, 2029-03-28",
    "2028-02-29T12:00:00Z, Europe/Paris, 48, 2032-02-29, 2032-03-28",
    "2026-03-10T02:00:00Z, America/New_York, 0, 2026-03-09, 2026-04-08",
    "2026-03-10T02:00:00Z, Pacific/Kiritimati, 0, 2026-03-10, 2026-04-09"
  })
  void periods(Instant signedUp, String zone, int index, LocalDate from, LocalDate to) {
    Period period = Period.of(signedUp, ZoneId.of(zone), index);

    assertThat(period).isEqualTo(new Period(index, from, to));
    assertThat(Period.containing(signedUp, ZoneId.of(zone), from)).isEqualTo(period);
    assertThat(Period.containing(signedUp, ZoneId.of(zone), to)).isEqualTo(period);
  }

  @ParameterizedTest
  @DisplayName("E4 a cent is rounded half up, once")
  @CsvSource({"5, 2, 3", "4, 2, 2", "7, 3, 2", "8, 3, 3", "0, 31, 0", "15, 10, 2", "14, 10, 1"})
  void rounding(long dividend, long divisor, long expected) {
    assertThat(DrawUpStatement.roundHalfUp(dividend, divisor)).isEqualTo(expected);
  }

  @Test
  @DisplayName("E3 what is issued is what the preview showed the second before")
  void issuedIsPreview() {
    ledger.slot(OTHER, Plan.PRO, JOSE, at("2026-03-20T10:00"));
    Draft preview = next(1);
    ledger.plan(JOSE, Plan.BASIC, at("2026-04-10T00:00"));

    assertThat(DrawUpStatement.issue(ledger.history(), PRICES, 1)).isEqualTo(preview);
    assertThat(lines(next(2)))
        .contains("CREDIT PRO 1 x 2999 2026-04-10..2026-05-09 = -2999")
        .contains("CHARGE BASIC 1 x 1499 2026-04-10..2026-05-09 = 1499");
    assertThat(next(2).lines()).filteredOn(line -> line.kind() != Kind.RECURRING).hasSize(2);
  }

  private Draft next(int index) {
    return DrawUpStatement.next(ledger.history(), PRICES, index);
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }

  private static List<String> lines(Draft draft) {
    return draft.lines().stream()
        .map(line ->
            "%s %s%s %d x %d %s..%s = %d"
                .formatted(
                    line.kind(),
                    line.plan() == null ? line.item() : line.plan(),
                    line.number() == null ? "" : " " + line.number(),
                    line.quantity(),
                    line.unitPriceCents(),
                    line.from(),
                    line.to(),
                    line.amountCents()))
        .toList();
  }
}
