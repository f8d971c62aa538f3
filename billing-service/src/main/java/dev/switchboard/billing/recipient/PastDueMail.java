package dev.switchboard.billing.recipient;

import java.time.Instant;
import java.util.UUID;

/**
 * An account has become past due (E7).
 *
 * @param dueCents the sum of all that is unpaid
 * @param currency ISO 4217
 * @param since when it became past due: each time has one mail, however often it is told
 */
public record PastDueMail(UUID accountId, long dueCents, String currency, Instant since) {}
