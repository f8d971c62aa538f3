/**
 * A payment provider for development (E7): a server that speaks the part of Stripe's published
 * interface that is in use here, with test cards and a card page of its own. It is no part of the
 * services: card data comes to it and goes no further.
 */
@NullMarked
package dev.switchboard.paymentprovider;

import org.jspecify.annotations.NullMarked;
