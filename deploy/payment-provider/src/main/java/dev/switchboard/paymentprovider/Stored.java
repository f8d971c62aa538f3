package dev.switchboard.paymentprovider;

/** What is kept: objects of the interface, in the form in which they are answered, and answers. */
sealed interface Stored
    permits Charge,
        CheckoutSession,
        Customer,
        Event,
        PaymentIntent,
        PaymentMethod,
        SetupIntent,
        StoredAnswer {

  /** Unique among all. */
  String id();

  /** The name of its kind, as in the interface. */
  String object();
}
