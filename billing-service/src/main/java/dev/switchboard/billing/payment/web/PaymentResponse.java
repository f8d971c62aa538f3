package dev.switchboard.billing.payment.web;

import dev.switchboard.billing.payment.Failure;
import dev.switchboard.billing.payment.Payment;
import dev.switchboard.billing.preview.web.MoneyResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a statement is paid. */
@Schema(name = "Payment")
public record PaymentResponse(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "PAST_DUE: all tries have failed; it can still be paid.")
        State state,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "What is charged: the total less the credit.")
        MoneyResponse due,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "Credit of earlier statements that was used for this one.")
        MoneyResponse credit,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "How many tries have failed.")
        int tries,
    @Schema(description = "When it is tried next by itself; missing when it is not.")
        @Nullable Instant nextTryAt,
    @Schema(description = "Why the last try has failed; missing when none has.")
        @Nullable Failure failure,
    @Schema(description = "When it was paid.") @Nullable Instant paidAt) {

  /** States of a statement that was issued. */
  public enum State {
    ISSUED,
    PAID,
    PAST_DUE
  }

  /** The payment as it is shown. */
  public static PaymentResponse of(Payment payment) {
    String currency = payment.statement().currency();
    return new PaymentResponse(
        switch (payment.state()) {
          case DUE -> State.ISSUED;
          case PAID -> State.PAID;
          case PAST_DUE -> State.PAST_DUE;
        },
        new MoneyResponse(payment.amountCents(), currency),
        new MoneyResponse(payment.creditCents(), currency),
        payment.tries(),
        payment.nextTryAt(),
        payment.lastFailure(),
        payment.paidAt());
  }
}
