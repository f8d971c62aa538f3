package dev.switchboard.paymentprovider;

import java.time.YearMonth;
import java.util.Map;

/** A card that is kept: everything but its number and its check digits. */
record PaymentMethod(
    String id,
    String object,
    String type,
    String customer,
    Card card,
    long created,
    boolean livemode,
    Map<String, String> metadata)
    implements Stored {
  static final String OBJECT = "payment_method";

  /**
   * What may be known of a card.
   *
   * @param brand lower case
   * @param expMonth 1 to 12
   * @param expYear four digits
   */
  record Card(String brand, String last4, int expMonth, int expYear) {}

  static PaymentMethod create(
      String id, String customer, TestCard card, YearMonth expiry, long created) {
    return new PaymentMethod(
        id,
        OBJECT,
        "card",
        customer,
        new Card(card.brand(), card.lastFour(), expiry.getMonthValue(), expiry.getYear()),
        created,
        false,
        Map.of());
  }

  /** Which of the test cards it is. */
  TestCard testCard() {
    return TestCard.withLastFour(card.last4());
  }

  YearMonth expiry() {
    return YearMonth.of(card.expYear(), card.expMonth());
  }
}
