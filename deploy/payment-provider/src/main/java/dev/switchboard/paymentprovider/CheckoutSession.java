package dev.switchboard.paymentprovider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card page that is open for a while.
 *
 * @param setupIntent the id
 * @param status open, complete or expired
 * @param expiresAt seconds since 1970
 */
record CheckoutSession(
    String id,
    String object,
    String mode,
    String status,
    String customer,
    @Nullable String clientReferenceId,
    String successUrl,
    String cancelUrl,
    @Nullable String url,
    String setupIntent,
    @Nullable String paymentIntent,
    String paymentStatus,
    List<String> paymentMethodTypes,
    long created,
    long expiresAt,
    boolean livemode,
    Map<String, String> metadata)
    implements Stored {
  static final String OBJECT = "checkout.session";
  static final String OPEN = "open";

  /** The same as it is at this moment. */
  CheckoutSession at(long now) {
    return isOpen() && now >= expiresAt ? ended("expired") : this;
  }

  CheckoutSession complete() {
    return ended("complete");
  }

  boolean isOpen() {
    return status.equals(OPEN);
  }

  private CheckoutSession ended(String newStatus) {
    return new CheckoutSession(
        id,
        object,
        mode,
        newStatus,
        customer,
        clientReferenceId,
        successUrl,
        cancelUrl,
        null,
        setupIntent,
        paymentIntent,
        paymentStatus,
        paymentMethodTypes,
        created,
        expiresAt,
        livemode,
        metadata);
  }
}
