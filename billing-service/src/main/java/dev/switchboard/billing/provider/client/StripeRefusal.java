package dev.switchboard.billing.provider.client;

import dev.switchboard.billing.provider.ProviderRefusalException;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An answer of Stripe's that is an error. Its message has no part of the answer's body, since that
 * may name a card's token.
 */
final class StripeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Too many at once, or the same call is at work already. */
  private static final Set<Integer> LATER =
      Set.of(HttpStatus.CONFLICT.value(), HttpStatus.TOO_MANY_REQUESTS.value());

  /** Our key is not taken. */
  private static final Set<Integer> SIGN_IN =
      Set.of(HttpStatus.UNAUTHORIZED.value(), HttpStatus.FORBIDDEN.value());

  private final int status;
  private final transient StripeApi.Fault fault;
  private final String told;

  StripeRefusal(int status, StripeApi.Fault fault, @Nullable String requestId) {
    super(told(status, fault, requestId));
    this.status = status;
    this.fault = fault;
    this.told = told(status, fault, requestId);
  }

  private static String told(int status, StripeApi.Fault fault, @Nullable String requestId) {
    return "Stripe answers %d, type %s, code %s, parameter %s, request %s"
        .formatted(status, fault.type(), fault.code(), fault.parameter(), requestId);
  }

  /** For the callers of the port: the call is wrong. */
  ProviderRefusalException asRefusal() {
    return new ProviderRefusalException(told, this);
  }

  /** For the callers of the port: no usable answer. */
  ProviderUnavailableException asUnavailable() {
    return new ProviderUnavailableException(told, this);
  }

  StripeApi.Fault fault() {
    return fault;
  }

  boolean hasCode(String code) {
    return code.equals(fault.code());
  }

  boolean isOfCard() {
    return "card_error".equals(fault.type());
  }

  /** Whether the same call can be answered otherwise in a moment. */
  boolean isPassing() {
    return LATER.contains(status) || status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
  }

  /** Whether it says nothing about the call: it passes, or the operator has to set things right. */
  boolean isOfService() {
    return isPassing() || SIGN_IN.contains(status);
  }
}
