package dev.switchboard.billing.payment;

/** What a transition of a payment returns: the new state and what happened. */
record Change<S>(S state, PaymentEvent event) {}
