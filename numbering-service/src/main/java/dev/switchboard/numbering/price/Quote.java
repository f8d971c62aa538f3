package dev.switchboard.numbering.price;

import java.util.List;

/**
 * What one more number would add to the bill each month (B7).
 *
 * @param monthlyIncrease the sum of the lines
 */
public record Quote(List<Line> lines, Money monthlyIncrease) {

  /** One priced thing; {@code amount} is {@code unitPrice} times {@code quantity}. */
  public record Line(String item, int quantity, Money unitPrice, Money amount) {}

  static Quote oneNumber(Money price) {
    return new Quote(List.of(new Line("NUMBER", 1, price, price)), price);
  }
}
