package dev.switchboard.numbering.number.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an additional number costs each month, for display; billing's price list is what is charged
 * (E1).
 *
 * @param amountCents in cents (hundredths) of the currency
 * @param currency ISO 4217
 */
@ConfigurationProperties("switchboard.number-price")
record NumberPrice(long amountCents, String currency) {

  NumberPrice {
    if (amountCents < 0 || !currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("switchboard.number-price is not an amount of money");
    }
  }
}
