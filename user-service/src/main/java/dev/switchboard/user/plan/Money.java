package dev.switchboard.user.plan;

/**
 * An amount of money.
 *
 * @param amountCents in cents (hundredths) of the currency
 * @param currency ISO 4217
 */
public record Money(long amountCents, String currency) {}
