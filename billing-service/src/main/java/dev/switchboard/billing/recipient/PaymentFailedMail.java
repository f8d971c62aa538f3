package dev.switchboard.billing.recipient;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge has failed, or there is no card to charge (E7).
 *
 * @param attempt which try has failed, counted from 1: each has one mail, however often it is told
 * @param dueCents what is to be paid
 * @param currency ISO 4217
 * @param card that was to be charged; null when none is on file
 * @param reason its code, as contracts/events/mail.requested lists them, such as CARD_DECLINED
 * @param nextTryAt when it is tried again; null when it is not
 * @param payBy when the account becomes past due without payment
 */
public record PaymentFailedMail(
    UUID accountId,
    UUID statementId,
    int attempt,
    long dueCents,
    String currency,
    @Nullable MailedCard card,
    String reason,
    @Nullable Instant nextTryAt,
    Instant payBy) {}
