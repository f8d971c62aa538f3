package dev.switchboard.paymentprovider;

import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/checkout/sessions}, and what the card page does to them. */
final class CheckoutSessions {
  private static final Duration OPEN_FOR = Duration.ofHours(24);

  private final Store store;
  private final URI base;
  private final String apiVersion;

  CheckoutSessions(Store store, URI base, String apiVersion) {
    this.store = store;
    this.base = base;
    this.apiVersion = apiVersion;
  }

  Act create(ObjectNode form) {
    String customer = Parameters.customer(store, form);
    long now = store.now();
    SetupIntent intent = SetupIntent.create(NewId.of("seti"), customer, now);
    String id = NewId.of("cs_test");
    CheckoutSession session =
        new CheckoutSession(
            id,
            CheckoutSession.OBJECT,
            form.path("mode").asString(),
            CheckoutSession.OPEN,
            customer,
            text(form, "client_reference_id"),
            form.path("success_url").asString(),
            form.path("cancel_url").asString(),
            base + "/card/" + id,
            intent.id(),
            null,
            "no_payment_required",
            List.of("card"),
            now,
            now + OPEN_FOR.toSeconds(),
            false,
            Parameters.metadata(form));
    return Act.done(session, session, intent);
  }

  /** The session; {@code expand} puts whole objects in the place of their ids. */
  Act get(String id, ObjectNode query) {
    ObjectNode session = (ObjectNode) Json.tree(find(id));
    List<String> wanted = query.path("expand").values().stream().map(JsonNode::asString).toList();
    if (!wanted.isEmpty()) {
      SetupIntent intent = intent(session.path("setup_intent").asString());
      ObjectNode expanded = (ObjectNode) Json.tree(intent);
      if (wanted.contains("setup_intent.payment_method") && intent.paymentMethod() != null) {
        store
            .find(PaymentMethod.class, intent.paymentMethod())
            .ifPresent(method -> expanded.set("payment_method", Json.tree(method)));
      }
      session.set("setup_intent", expanded);
    }
    return Act.answer(session);
  }

  /**
   * A session as it is now.
   *
   * @throws ApiError when there is none
   */
  CheckoutSession find(String id) {
    return store
        .find(CheckoutSession.class, id)
        .orElseThrow(() -> ApiError.missing(404, "checkout.session", id, "session"))
        .at(store.now());
  }

  /** Keeps the card that was entered at the page of an open session. */
  Act enter(CheckoutSession session, TestCard card, YearMonth expiry) {
    long now = store.now();
    PaymentMethod method =
        PaymentMethod.create(NewId.of("pm"), session.customer(), card, expiry, now);
    CheckoutSession complete = session.complete();
    return Act.done(
        complete,
        method,
        intent(session.setupIntent()).succeeded(method.id()),
        complete,
        Event.of(NewId.of("evt"), apiVersion, "checkout.session.completed", complete, now));
  }

  private SetupIntent intent(String id) {
    return store.find(SetupIntent.class, id).orElseThrow();
  }

  private static @Nullable String text(ObjectNode form, String name) {
    return form.has(name) ? form.path(name).asString() : null;
  }
}
