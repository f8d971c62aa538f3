/**
 * Stripe as the payment provider (E7): Checkout in setup mode, PaymentIntents and webhooks of its
 * API, as published at https://docs.stripe.com/api.
 */
@NullMarked
package dev.switchboard.billing.provider.client;

import org.jspecify.annotations.NullMarked;
