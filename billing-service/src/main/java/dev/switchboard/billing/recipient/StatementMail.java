package dev.switchboard.billing.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement was issued (E5).
 *
 * @param from first day of the month that it charges in advance
 * @param to its last day
 * @param totalCents of the statement; negative when credits are more than charges
 * @param dueCents what is to be paid after credit; 0 when nothing is
 * @param currency of both, ISO 4217
 * @param card that is charged; null when none is on file
 * @param payBy when the account becomes past due without payment
 */
public record StatementMail(
    UUID accountId,
    UUID statementId,
    LocalDate from,
    LocalDate to,
    long totalCents,
    long dueCents,
    String currency,
    @Nullable MailedCard card,
    Instant payBy) {

  public StatementMail {
    if (dueCents < 0) {
      throw new IllegalArgumentException("what is due is not negative");
    }
  }
}
