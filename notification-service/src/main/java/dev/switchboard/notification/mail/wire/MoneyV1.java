package dev.switchboard.notification.mail.wire;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money.
 *
 * @param amountCents in cents (hundredths) of the currency
 * @param currency ISO 4217
 */
public record MoneyV1(Long amountCents, Currency currency) {

  /** The amount, or null when something of it is missing. */
  static @Nullable MoneyV1 whole(@Nullable MoneyV1 money) {
    return money == null || money.amountCents == null || money.currency == null ? null : money;
  }
}
