package dev.switchboard.paymentprovider;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code /card/<session>}: where a card is entered. */
final class CardPage {
  private static final String TITLE = "Enter a card";
  private static final int UNPROCESSABLE = 422;
  private static final int GONE = 410;

  private final Store store;
  private final Webhooks webhooks;
  private final CheckoutSessions sessions;

  CardPage(Store store, Webhooks webhooks, CheckoutSessions sessions) {
    this.store = store;
    this.webhooks = webhooks;
    this.sessions = sessions;
  }

  Reply show(String sessionId) {
    CheckoutSession session = sessions.find(sessionId);
    return session.isOpen() ? form(200, session, List.of()) : ended(session);
  }

  Reply enter(String sessionId, ObjectNode form) {
    YearMonth thisMonth = YearMonth.from(Instant.ofEpochSecond(store.now()).atZone(ZoneOffset.UTC));
    CardForm entered = CardForm.read(form, thisMonth);
    TestCard card = entered.card();
    YearMonth expiry = entered.expiry();
    CheckoutSession session;
    Act act;
    synchronized (store) {
      session = sessions.find(sessionId);
      if (!session.isOpen()) {
        return ended(session);
      }
      if (card == null || expiry == null || !entered.problems().isEmpty()) {
        return form(UNPROCESSABLE, session, entered.problems());
      }
      act = sessions.enter(session, card, expiry);
      store.keep(act.changes());
    }
    webhooks.send(act.changes());
    return Reply.redirect(session.successUrl().replace("{CHECKOUT_SESSION_ID}", session.id()));
  }

  private static Reply ended(CheckoutSession session) {
    boolean complete = session.status().equals("complete");
    return Reply.page(
        GONE,
        Html.page(
            TITLE,
            "<p>%s</p><p><a href=\"%s\">Go back</a></p>"
                .formatted(
                    complete
                        ? "A card was entered at this page already."
                        : "This page has expired. Go back and begin again.",
                    Html.escape(session.cancelUrl()))));
  }

  /** What was entered is not repeated: a page with a card number in it could be kept somewhere. */
  private static Reply form(int status, CheckoutSession session, List<String> problems) {
    StringBuilder told = new StringBuilder();
    if (!problems.isEmpty()) {
      told.append("<div class=problem role=alert><ul>");
      problems.forEach(each -> told.append("<li>").append(Html.escape(each)));
      told.append("</ul></div>");
    }
    return Reply.page(
        status,
        Html.page(
            TITLE,
            """
            %s<form method=post>
            <label for=number>Card number</label>
            <input id=number name=number inputmode=numeric autocomplete=cc-number required autofocus>
            <label for=expiry>Expiry</label>
            <input id=expiry name=expiry autocomplete=cc-exp required aria-describedby=expiry-hint>
            <p class=hint id=expiry-hint>Month and year, such as 08/30</p>
            <label for=cvc>Security code</label>
            <input id=cvc name=cvc inputmode=numeric autocomplete=cc-csc required aria-describedby=cvc-hint>
            <p class=hint id=cvc-hint>Three digits</p>
            <button>Save card</button> <a href="%s">Cancel</a>
            </form>
            %s\
            """
                .formatted(told, Html.escape(session.cancelUrl()), Html.testCards())));
  }
}
