package dev.switchboard.billing.method;

import dev.switchboard.billing.provider.PaymentProvider.Card;
import java.time.Instant;
import java.util.UUID;

/**
 * The card that an account pays with.
 *
 * @param customer the provider's id of the account
 * @param since when it was entered
 */
public record PaymentMethod(UUID accountId, String customer, Card card, Instant since) {}
