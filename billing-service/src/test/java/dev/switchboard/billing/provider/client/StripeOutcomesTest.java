package dev.switchboard.billing.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.provider.Outcome;
import dev.switchboard.billing.provider.Outcome.Reason;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no test card shows. */
class StripeOutcomesTest {

  @ParameterizedTest
  @DisplayName("E7 why a card was declined")
  @CsvSource({
    "card_declined, insufficient_funds, INSUFFICIENT_FUNDS",
    "card_declined, generic_decline, CARD_DECLINED",
    "card_declined, stolen_card, CARD_DECLINED",
    "card_declined, expired_card, CARD_EXPIRED",
    "expired_card, , CARD_EXPIRED",
    "processing_error, , PROCESSING_ERROR",
    "card_declined, processing_error, PROCESSING_ERROR",
    "payment_intent_authentication_failure, , CARD_DECLINED",
    ", , CARD_DECLINED",
  })
  void reasons(@Nullable String code, @Nullable String declineCode, Reason reason) {
    StripeApi.Fault fault = new StripeApi.Fault("card_error", code, declineCode, null);
    assertThat(StripeOutcomes.of(fault)).isEqualTo(new Outcome.Declined(reason));
    assertThat(StripeOutcomes.of(intent("requires_payment_method", fault)))
        .isEqualTo(new Outcome.Declined(reason));
  }

  @ParameterizedTest
  @DisplayName("E7 a payment that the provider is still at is open")
  @ValueSource(
      strings = {
        "processing",
        "requires_confirmation",
        "requires_capture",
        "requires_payment_method"
      })
  void open(String status) {
    assertThat(StripeOutcomes.of(intent(status, null))).isEqualTo(new Outcome.Open());
  }

  @Test
  @DisplayName("E7 a cancelled payment can't be paid; an unknown status is no outcome")
  void others() {
    assertThat(StripeOutcomes.of(intent("canceled", null)))
        .isEqualTo(new Outcome.Declined(Reason.PROCESSING_ERROR));
    assertThat(StripeOutcomes.of(intent("requires_action", null)))
        .isEqualTo(new Outcome.NeedsAction(null));
    assertThatThrownBy(() -> StripeOutcomes.of(intent("new_status", null)))
        .isInstanceOf(ProviderUnavailableException.class);
  }

  private static StripeApi.Intent intent(String status, StripeApi.@Nullable Fault fault) {
    return new StripeApi.Intent("pi_1", status, null, fault);
  }
}
