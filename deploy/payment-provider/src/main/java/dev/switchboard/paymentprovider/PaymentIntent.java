package dev.switchboard.paymentprovider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The intent to take money, at most once.
 *
 * @param amount in the smallest unit of the currency
 * @param currency ISO 4217, lower case
 */
record PaymentIntent(
    String id,
    String object,
    long amount,
    long amountReceived,
    String currency,
    String customer,
    String status,
    @Nullable String paymentMethod,
    @Nullable String latestCharge,
    @Nullable NextAction nextAction,
    ErrorObject.@Nullable Detail lastPaymentError,
    String captureMethod,
    String confirmationMethod,
    List<String> paymentMethodTypes,
    long created,
    boolean livemode,
    Map<String, String> metadata)
    implements Stored {
  static final String OBJECT = "payment_intent";
  static final String REQUIRES_PAYMENT_METHOD = "requires_payment_method";
  static final String REQUIRES_ACTION = "requires_action";
  static final String SUCCEEDED = "succeeded";

  /** What the owner of the card has to do. */
  record NextAction(String type, RedirectToUrl redirectToUrl) {}

  /** Where he has to go, and where he comes back. */
  record RedirectToUrl(String url, String returnUrl) {}

  static PaymentIntent create(
      String id,
      long amount,
      String currency,
      String customer,
      long created,
      Map<String, String> metadata) {
    return new PaymentIntent(
        id,
        OBJECT,
        amount,
        0,
        currency,
        customer,
        REQUIRES_PAYMENT_METHOD,
        null,
        null,
        null,
        null,
        "automatic",
        "automatic",
        List.of("card"),
        created,
        false,
        metadata);
  }

  PaymentIntent succeeded(String newPaymentMethod, String charge) {
    return with(SUCCEEDED, amount, newPaymentMethod, charge, null, null);
  }

  PaymentIntent failed(ErrorObject.Detail error) {
    return with(REQUIRES_PAYMENT_METHOD, 0, null, null, null, error);
  }

  PaymentIntent waitingForAction(String newPaymentMethod, String page, String returnUrl) {
    return with(
        REQUIRES_ACTION,
        0,
        newPaymentMethod,
        null,
        new NextAction("redirect_to_url", new RedirectToUrl(page, returnUrl)),
        null);
  }

  private PaymentIntent with(
      String newStatus,
      long newAmountReceived,
      @Nullable String newPaymentMethod,
      @Nullable String charge,
      @Nullable NextAction action,
      ErrorObject.@Nullable Detail error) {
    return new PaymentIntent(
        id,
        object,
        amount,
        newAmountReceived,
        currency,
        customer,
        newStatus,
        newPaymentMethod,
        charge,
        action,
        error,
        captureMethod,
        confirmationMethod,
        paymentMethodTypes,
        created,
        livemode,
        metadata);
  }
}
