package dev.switchboard.user.plan;

import java.util.List;

/**
 * What an act would add to the bill each month (C1).
 *
 * @param monthlyIncrease the sum of the lines
 */
public record Quote(List<Line> lines, Money monthlyIncrease) {

  /** One priced thing; {@code amount} is {@code unitPrice} times {@code quantity}. */
  public record Line(String item, Plan plan, int quantity, Money unitPrice, Money amount) {}

  /** The price of one more user on this plan. */
  static Quote oneMore(Plan plan, Money monthlyPrice) {
    return new Quote(List.of(new Line("PLAN", plan, 1, monthlyPrice, monthlyPrice)), monthlyPrice);
  }
}
