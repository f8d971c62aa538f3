package dev.switchboard.paymentprovider;

import java.util.Map;

/**
 * Money that was taken: the proof for auditors.
 *
 * @param amount in the smallest unit of the currency
 * @param currency ISO 4217, lower case
 * @param customer the id
 * @param paymentIntent the id
 * @param paymentMethod the id
 * @param created seconds since 1970
 * @param metadata that of the payment intent
 */
public record Charge(
    String id,
    String object,
    long amount,
    String currency,
    String customer,
    String paymentIntent,
    String paymentMethod,
    boolean paid,
    String status,
    long created,
    boolean livemode,
    Map<String, String> metadata)
    implements Stored {
  static final String OBJECT = "charge";

  static Charge of(String id, PaymentIntent intent, String paymentMethod, long created) {
    return new Charge(
        id,
        OBJECT,
        intent.amount(),
        intent.currency(),
        intent.customer(),
        intent.id(),
        paymentMethod,
        true,
        "succeeded",
        created,
        false,
        intent.metadata());
  }
}
