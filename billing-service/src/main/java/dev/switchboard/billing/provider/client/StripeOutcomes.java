package dev.switchboard.billing.provider.client;

import dev.switchboard.billing.provider.Outcome;
import dev.switchboard.billing.provider.Outcome.Reason;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads what has become of a payment. */
final class StripeOutcomes {

  private StripeOutcomes() {}

  /**
   * What the intent tells.
   *
   * @throws ProviderUnavailableException when its status is none that Stripe has published
   */
  static Outcome of(StripeApi.Intent intent) {
    return switch (intent.status()) {
      case "succeeded" -> new Outcome.Taken();
      case "processing", "requires_confirmation", "requires_capture" -> new Outcome.Open();
      case "requires_action" -> new Outcome.NeedsAction(page(intent.nextAction()));
      case "requires_payment_method" -> {
        StripeApi.Fault fault = intent.lastPaymentError();
        yield fault == null ? new Outcome.Open() : of(fault);
      }
      case "canceled" -> new Outcome.Declined(Reason.PROCESSING_ERROR);
      default ->
          throw new ProviderUnavailableException(
              "Stripe tells an unknown status of payment " + intent.id());
    };
  }

  /** What the fault of a card means. */
  static Outcome of(StripeApi.Fault fault) {
    return "authentication_required".equals(fault.code())
        ? new Outcome.NeedsAction(null)
        : new Outcome.Declined(reason(fault));
  }

  private static Reason reason(StripeApi.Fault fault) {
    if ("insufficient_funds".equals(fault.declineCode())) {
      return Reason.INSUFFICIENT_FUNDS;
    }
    if ("expired_card".equals(fault.code()) || "expired_card".equals(fault.declineCode())) {
      return Reason.CARD_EXPIRED;
    }
    return "processing_error".equals(fault.code()) || "processing_error".equals(fault.declineCode())
        ? Reason.PROCESSING_ERROR
        : Reason.CARD_DECLINED;
  }

  private static @Nullable URI page(StripeApi.@Nullable NextAction action) {
    if (action == null || action.redirect() == null || action.redirect().url() == null) {
      return null;
    }
    return URI.create(action.redirect().url());
  }
}
