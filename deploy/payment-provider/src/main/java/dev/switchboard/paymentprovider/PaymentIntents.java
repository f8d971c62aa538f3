package dev.switchboard.paymentprovider;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/payment_intents}, and what the bank's page does to them. */
final class PaymentIntents {
  private static final int PAYMENT_REQUIRED = 402;

  private final Store store;
  private final URI base;
  private final String apiVersion;

  PaymentIntents(Store store, URI base, String apiVersion) {
    this.store = store;
    this.base = base;
    this.apiVersion = apiVersion;
  }

  Act create(ObjectNode form) {
    PaymentIntent intent =
        PaymentIntent.create(
            NewId.of("pi"),
            form.path("amount").asLong(),
            form.path("currency").asString(),
            Parameters.customer(store, form),
            store.now(),
            Parameters.metadata(form));
    return Act.done(intent, intent);
  }

  Act get(String id) {
    return Act.answer(find(id));
  }

  /**
   * The intent.
   *
   * @throws ApiError when there is none
   */
  PaymentIntent find(String id) {
    return store
        .find(PaymentIntent.class, id)
        .orElseThrow(() -> ApiError.missing(404, "payment_intent", id, "intent"));
  }

  Act confirm(String id, ObjectNode form) {
    PaymentIntent intent = find(id);
    if (intent.status().equals(PaymentIntent.SUCCEEDED)) {
      return Act.refused(
          400,
          new ErrorObject(
              ErrorObject.invalid(
                      "payment_intent_unexpected_state",
                      "This PaymentIntent has succeeded already and can't be confirmed again.",
                      null)
                  .error()
                  .with(intent)));
    }
    return confirm(
        intent,
        method(intent, form.path("payment_method").asString()),
        form.path("off_session").asString("false").equals("true"),
        form.has("return_url") ? form.path("return_url").asString() : null);
  }

  private PaymentMethod method(PaymentIntent intent, String id) {
    PaymentMethod method =
        store
            .find(PaymentMethod.class, id)
            .filter(found ->
                store
                    .find(Customer.class, found.customer())
                    .filter(each -> !each.isDeleted())
                    .isPresent())
            .orElseThrow(() -> ApiError.missing(400, "PaymentMethod", id, "payment_method"));
    if (!method.customer().equals(intent.customer())) {
      throw ApiError.invalid("The PaymentMethod is of another customer.", "payment_method");
    }
    return method;
  }

  private Act confirm(
      PaymentIntent intent, PaymentMethod method, boolean offSession, @Nullable String returnUrl) {
    if (method.expiry().isBefore(thisMonth())) {
      return decline(intent, method, "expired_card", null, "The card has expired.");
    }
    return switch (method.testCard()) {
      case SUCCEEDS, SUCCEEDS_MASTERCARD -> take(intent, method.id());
      case LOSES_ANSWER -> take(intent, method.id()).losingAnswer();
      case DECLINES ->
          decline(intent, method, "card_declined", "generic_decline", "The card was declined.");
      case INSUFFICIENT_FUNDS ->
          decline(
              intent,
              method,
              "card_declined",
              "insufficient_funds",
              "The card has insufficient funds.");
      case NEEDS_ACTION ->
          offSession
              ? decline(
                  intent,
                  method,
                  "authentication_required",
                  "authentication_required",
                  "The bank wants its customer to confirm the payment.")
              : askForAction(intent, method, returnUrl);
    };
  }

  private Act take(PaymentIntent intent, String method) {
    long now = store.now();
    Charge charge = Charge.of(NewId.of("ch"), intent, method, now);
    PaymentIntent paid = intent.succeeded(method, charge.id());
    return Act.done(paid, paid, charge, news("payment_intent.succeeded", paid));
  }

  private Act decline(
      PaymentIntent intent,
      PaymentMethod method,
      String code,
      @Nullable String declineCode,
      String message) {
    ErrorObject.Detail error = ErrorObject.Detail.ofCard(code, declineCode, message, method);
    PaymentIntent failed = intent.failed(error);
    return Act.refused(
        PAYMENT_REQUIRED,
        new ErrorObject(error.with(failed)),
        failed,
        news("payment_intent.payment_failed", failed));
  }

  private Act askForAction(PaymentIntent intent, PaymentMethod method, @Nullable String returnUrl) {
    if (returnUrl == null) {
      throw ApiError.invalid("The bank's page needs a return_url.", "return_url");
    }
    PaymentIntent waiting =
        intent.waitingForAction(method.id(), base + "/confirm/" + intent.id(), returnUrl);
    return Act.done(waiting, waiting);
  }

  /** What happens at the bank's page to an intent that waits for it. */
  Act decide(PaymentIntent waiting, boolean confirmed) {
    PaymentMethod method =
        store.find(PaymentMethod.class, String.valueOf(waiting.paymentMethod())).orElseThrow();
    return confirmed
        ? take(waiting, method.id())
        : decline(
            waiting,
            method,
            "payment_intent_authentication_failure",
            null,
            "The payment was refused at the bank's page.");
  }

  private Event news(String type, PaymentIntent intent) {
    return Event.of(NewId.of("evt"), apiVersion, type, intent, store.now());
  }

  private YearMonth thisMonth() {
    return YearMonth.from(Instant.ofEpochSecond(store.now()).atZone(ZoneOffset.UTC));
  }
}
