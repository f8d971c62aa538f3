package dev.switchboard.billing.statement;

import java.util.List;

/**
 * A statement as it is, or would be: preview, half of a quote, or what is issued (E3).
 *
 * @param period the month that is charged in advance
 * @param currency ISO 4217
 */
public record Draft(Period period, String currency, List<StatementLine> lines) {

  public Draft {
    lines = List.copyOf(lines);
  }

  /** The sum of the lines, in cents; negative when credits are more than charges. */
  public long totalCents() {
    return lines.stream().mapToLong(StatementLine::amountCents).sum();
  }

  /** What the recurring lines are together, in cents: each month when nothing changes. */
  public long recurringCents() {
    return lines.stream()
        .filter(line -> line.kind() == StatementLine.Kind.RECURRING)
        .mapToLong(StatementLine::amountCents)
        .sum();
  }
}
