package dev.switchboard.paymentprovider;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /confirm/<payment intent>}: where the owner of a card confirms a payment, or does not. */
final class BankPage {
  private static final String TITLE = "Your bank asks: confirm this payment?";
  private static final int GONE = 410;
  private static final int UNPROCESSABLE = 422;

  private final Store store;
  private final Webhooks webhooks;
  private final PaymentIntents intents;

  BankPage(Store store, Webhooks webhooks, PaymentIntents intents) {
    this.store = store;
    this.webhooks = webhooks;
    this.intents = intents;
  }

  Reply show(String intentId) {
    PaymentIntent intent = intents.find(intentId);
    return returnUrl(intent).isPresent() ? form(200, intent) : decided();
  }

  Reply decide(String intentId, ObjectNode form) {
    String decision = form.path("decision").asString("");
    String returnUrl;
    Act act;
    synchronized (store) {
      PaymentIntent intent = intents.find(intentId);
      Optional<String> back = returnUrl(intent);
      if (back.isEmpty()) {
        return decided();
      }
      if (!decision.equals("confirm") && !decision.equals("refuse")) {
        return form(UNPROCESSABLE, intent);
      }
      returnUrl = back.get();
      act = intents.decide(intent, decision.equals("confirm"));
      store.keep(act.changes());
    }
    webhooks.send(act.changes());
    return Reply.redirect(
        "%s%spayment_intent=%s&redirect_status=%s"
            .formatted(
                returnUrl,
                returnUrl.contains("?") ? "&" : "?",
                intentId,
                act.status() == 200 ? "succeeded" : "failed"));
  }

  private static Optional<String> returnUrl(PaymentIntent intent) {
    return Optional.ofNullable(intent.nextAction())
        .map(action -> action.redirectToUrl().returnUrl());
  }

  private static Reply decided() {
    return Reply.page(
        GONE, Html.page(TITLE, "<p>There is nothing to confirm here, or not any more.</p>"));
  }

  private static Reply form(int status, PaymentIntent intent) {
    return Reply.page(
        status,
        Html.page(
            TITLE,
            """
            <p>Amount: <strong>%s</strong></p>
            <form method=post>
            <button name=decision value=confirm>Confirm</button>
            <button name=decision value=refuse class=second>Refuse</button>
            </form>
            """
                .formatted(Html.money(intent.amount(), intent.currency()))));
  }
}
