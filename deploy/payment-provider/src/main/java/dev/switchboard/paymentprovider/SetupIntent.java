package dev.switchboard.paymentprovider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The intent to keep a card.
 *
 * @param paymentMethod the id of the card that was entered
 */
record SetupIntent(
    String id,
    String object,
    String status,
    String usage,
    String customer,
    @Nullable String paymentMethod,
    List<String> paymentMethodTypes,
    long created,
    boolean livemode,
    Map<String, String> metadata)
    implements Stored {
  static final String OBJECT = "setup_intent";

  static SetupIntent create(String id, String customer, long created) {
    return new SetupIntent(
        id,
        OBJECT,
        "requires_payment_method",
        "off_session",
        customer,
        null,
        List.of("card"),
        created,
        false,
        Map.of());
  }

  SetupIntent succeeded(String newPaymentMethod) {
    return new SetupIntent(
        id,
        object,
        "succeeded",
        usage,
        customer,
        newPaymentMethod,
        paymentMethodTypes,
        created,
        livemode,
        metadata);
  }
}
