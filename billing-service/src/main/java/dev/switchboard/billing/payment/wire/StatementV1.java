package dev.switchboard.billing.payment.wire;

import dev.switchboard.billing.payment.NewStatement;
import dev.switchboard.billing.payment.Payment;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** contracts/events/common/statement.json: a statement and how it is paid, without its lines. */
public record StatementV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    UUID statementId,
    LocalDate from,
    LocalDate to,
    String currency,
    long totalCents,
    long monthlyCents,
    long creditCents,
    long dueCents,
    String state,
    int tries,
    Instant issuedAt,
    @Nullable Instant nextTryAt,
    @Nullable String failure,
    @Nullable Instant paidAt) {

  /** The statement as it goes over the topic. */
  public static StatementV1 of(Payment payment, List<String> changed, Actor actor) {
    NewStatement statement = payment.statement();
    return new StatementV1(
        statement.accountId(),
        payment.version(),
        changed,
        actor,
        statement.statementId(),
        statement.from(),
        statement.to(),
        statement.currency(),
        statement.totalCents(),
        statement.monthlyCents(),
        payment.creditCents(),
        payment.amountCents(),
        state(payment.state()),
        payment.tries(),
        statement.issuedAt(),
        payment.nextTryAt(),
        payment.lastFailure() == null ? null : payment.lastFailure().name(),
        payment.paidAt());
  }

  private static String state(Payment.State state) {
    return switch (state) {
      case DUE -> "ISSUED";
      case PAID -> "PAID";
      case PAST_DUE -> "PAST_DUE";
    };
  }
}
