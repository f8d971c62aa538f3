package dev.switchboard.notification.template;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money in a mail.
 *
 * @param amountCents in cents (hundredths) of the currency; negative for a credit
 * @param currency ISO 4217
 */
public record Money(long amountCents, Currency currency) {
  static final int DIGITS = 2;

  /** The amount in whole units, exactly. */
  BigDecimal amount() {
    return BigDecimal.valueOf(amountCents, DIGITS);
  }
}
