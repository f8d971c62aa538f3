package dev.switchboard.billing.provider.client;

import dev.switchboard.billing.provider.Outcome;
import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.ProviderRefusalException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cards and payments at Stripe. Each call has an idempotency key made of our id, so that it can be
 * repeated; a payment is one PaymentIntent, which can be paid once. Most calls are repeated here.
 * Charges are not: who asks for one keeps a record of it and asks again, and a bank that takes its
 * time is not asked three times in a row.
 */
final class StripeProvider implements PaymentProvider {
  private static final String CARD_ONLY = "payment_method_types[0]";
  private static final String CARD_DETAILS = "setup_intent.payment_method";

  private final StripeApi api;
  private final StripeCalls calls;
  private final StripeNotices notices;

  StripeProvider(StripeApi api, StripeCalls calls, StripeNotices notices) {
    this.api = api;
    this.calls = calls;
    this.notices = notices;
  }

  @Override
  public String register(UUID accountId) {
    StripeForm form = new StripeForm().with("metadata[account_id]", accountId.toString());
    return calls.repeat(() -> api.createCustomer("customer-" + accountId, form)).id();
  }

  @Override
  public void forget(String customer) {
    try {
      calls.repeat(() -> api.deleteCustomer(customer));
    } catch (ProviderRefusalException refusal) {
      if (!(refusal.getCause() instanceof StripeRefusal cause)
          || !cause.hasCode("resource_missing")) {
        throw refusal;
      }
    }
  }

  @Override
  public CardPage openCardPage(UUID setupId, String customer, URI done, URI cancelled) {
    StripeForm form =
        new StripeForm()
            .with("mode", "setup")
            .with("customer", customer)
            .with(CARD_ONLY, "card")
            .with("client_reference_id", setupId.toString())
            .with("metadata[setup_id]", setupId.toString())
            .with("success_url", done.toString())
            .with("cancel_url", cancelled.toString());
    StripeApi.OpenSession session = calls.repeat(() -> api.openSession("setup-" + setupId, form));
    return new CardPage(session.id(), URI.create(session.url()));
  }

  @Override
  public Optional<Card> enteredCard(String pageId) {
    return Optional.ofNullable(calls.repeat(() -> api.session(pageId, CARD_DETAILS)).setupIntent())
        .filter(intent -> intent.status().equals("succeeded"))
        .map(StripeApi.SetupIntent::paymentMethod)
        .map(StripeProvider::card);
  }

  private static Card card(StripeApi.PaymentMethod method) {
    StripeApi.Card card = method.card();
    return new Card(
        method.id(),
        card.brand().toLowerCase(Locale.ROOT),
        card.lastFour(),
        card.expiryMonth(),
        card.expiryYear());
  }

  @Override
  public String prepare(UUID paymentId, String customer, long amountCents, String currency) {
    StripeForm form =
        new StripeForm()
            .with("amount", Long.toString(amountCents))
            .with("currency", currency.toLowerCase(Locale.ROOT))
            .with("customer", customer)
            .with(CARD_ONLY, "card")
            .with("metadata[payment_id]", paymentId.toString());
    return calls.repeat(() -> api.createIntent("payment-" + paymentId, form)).id();
  }

  @Override
  public Outcome charge(String payment, String cardToken, UUID attemptId) {
    return confirm(
        payment,
        attemptId,
        new StripeForm().with("payment_method", cardToken).with("off_session", "true"));
  }

  @Override
  public Outcome chargePresent(String payment, String cardToken, UUID attemptId, URI done) {
    return confirm(
        payment,
        attemptId,
        new StripeForm().with("payment_method", cardToken).with("return_url", done.toString()));
  }

  /**
   * A payment in a state that can't be confirmed was perhaps paid by an earlier try: a look tells.
   */
  private Outcome confirm(String payment, UUID attemptId, StripeForm form) {
    try {
      return StripeOutcomes.of(
          calls.once(() -> api.confirm("attempt-" + attemptId, payment, form)));
    } catch (StripeRefusal refusal) {
      if (refusal.hasCode("payment_intent_unexpected_state")) {
        return look(payment);
      }
      if (refusal.isOfCard()) {
        return StripeOutcomes.of(refusal.fault());
      }
      throw refusal.asRefusal();
    }
  }

  @Override
  public Outcome look(String payment) {
    return StripeOutcomes.of(calls.repeat(() -> api.intent(payment)));
  }

  @Override
  public Optional<Notice> read(String body, @Nullable String signature) {
    return notices.read(body, signature);
  }
}
