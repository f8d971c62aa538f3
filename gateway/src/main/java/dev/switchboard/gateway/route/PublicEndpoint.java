package dev.switchboard.gateway.route;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** What may be called without a session; the service never gets a token for these. */
public enum PublicEndpoint {
  SIGN_UP(HttpMethod.POST, "/api/v1/accounts", "sign-up"),
  SIGN_IN(HttpMethod.POST, "/api/v1/session", "sign-in"),
  SUPPORT_SIGN_IN(HttpMethod.POST, "/api/v1/support/session", "sign-in"),
  INSPECT_INVITATION(HttpMethod.POST, "/api/v1/invitations/inspect", "link"),
  ACCEPT_INVITATION(HttpMethod.POST, "/api/v1/invitations/accept", "link"),
  ASK_FOR_RESET(HttpMethod.POST, "/api/v1/password-resets", "password-reset"),
  INSPECT_RESET(HttpMethod.POST, "/api/v1/password-resets/inspect", "link"),
  COMPLETE_RESET(HttpMethod.POST, "/api/v1/password-resets/complete", "link"),
  PAYMENT_NOTICE(HttpMethod.POST, "/api/v1/payment-provider/events", "payment-notice"),
  AVAILABLE_NUMBERS(HttpMethod.GET, "/api/v1/phone-numbers/available", null),
  PLANS(HttpMethod.GET, "/api/v1/plans", null);

  @SuppressWarnings("ImmutableEnumChecker") // it never changes, only does not say so
  private final HttpMethod method;

  private final String path;
  private final @Nullable String rate;

  PublicEndpoint(HttpMethod method, String path, @Nullable String rate) {
    this.method = method;
    this.path = path;
    this.rate = rate;
  }

  /** The public endpoint at this address, if it is one; HEAD counts as GET. */
  static Optional<PublicEndpoint> of(HttpMethod method, String path) {
    HttpMethod asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    return Arrays.stream(values())
        .filter(endpoint -> endpoint.path.equals(path) && endpoint.method.equals(asked))
        .findFirst();
  }

  /** What only this endpoint is sent besides the usual headers, or null. */
  @Nullable String ownHeader() {
    return this == PAYMENT_NOTICE ? "Stripe-Signature" : null;
  }

  /** Name of its limit in {@code switchboard.gateway.limits.rates}; none when it has no limit. */
  @Nullable String rate() {
    return rate;
  }
}
