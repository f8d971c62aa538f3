package dev.switchboard.paymentprovider;

import java.util.Arrays;
import java.util.Optional;

/** The cards that the provider knows; what each does is decided by its number alone. */
public enum TestCard {
  SUCCEEDS("4242424242424242", "visa", "Succeeds."),
  SUCCEEDS_MASTERCARD("5555555555554444", "mastercard", "Succeeds, of another brand."),
  DECLINES("4000000000000341", "visa", "Can be kept; every charge is declined."),
  INSUFFICIENT_FUNDS(
      "4000000000009995", "visa", "Can be kept; every charge is declined for want of money."),
  NEEDS_ACTION("4000002760003184", "visa", "Every charge has to be confirmed at the bank's page."),
  LOSES_ANSWER(
      "4000000000000259", "visa", "The money is taken, and then the connection is cut: no answer.");

  private final String number;
  private final String brand;
  private final String behaviour;

  TestCard(String number, String brand, String behaviour) {
    this.number = number;
    this.brand = brand;
    this.behaviour = behaviour;
  }

  /** Its digits. */
  public String number() {
    return number;
  }

  /** Lower case, as in the interface. */
  public String brand() {
    return brand;
  }

  /** What it does, for people. */
  public String behaviour() {
    return behaviour;
  }

  /** The last four digits, which differ from card to card. */
  public String lastFour() {
    return number.substring(number.length() - 4);
  }

  /** The card with this number. */
  static Optional<TestCard> withNumber(String digits) {
    return Arrays.stream(values()).filter(card -> card.number.equals(digits)).findFirst();
  }

  /**
   * The card with these last digits.
   *
   * @throws IllegalArgumentException when there is none
   */
  static TestCard withLastFour(String digits) {
    return Arrays.stream(values())
        .filter(card -> card.lastFour().equals(digits))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no test card ends with " + digits));
  }
}
