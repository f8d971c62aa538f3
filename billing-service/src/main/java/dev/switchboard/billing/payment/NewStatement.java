package dev.switchboard.billing.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A statement that is being issued and is to be paid.
 *
 * @param from first day of the month that it charges in advance
 * @param to last day of it
 * @param currency ISO 4217
 * @param totalCents negative when its credits are more than its charges
 * @param monthlyCents its recurring lines together
 */
public record NewStatement(
    UUID statementId,
    UUID accountId,
    LocalDate from,
    LocalDate to,
    String currency,
    long totalCents,
    long monthlyCents,
    Instant issuedAt) {}
