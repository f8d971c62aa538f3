package dev.switchboard.gateway.service;

import java.util.List;

/** The services behind the gateway and the paths that belong to each (shared api, part "Base"). */
public enum Service {
  // Those that own a part of a user come first: the rest of /users is user-service's.
  NUMBERING(
      "numbering-service",
      "/api/v1/phone-numbers/**",
      "/api/v1/extension-settings",
      "/api/v1/forwarding-countries",
      "/api/v1/users/{id}/extension",
      "/api/v1/users/{id}/bridge",
      "/api/v1/users/{id}/call-forwarding"),
  BILLING(
      "billing-service",
      "/api/v1/plans",
      "/api/v1/quotes",
      "/api/v1/statements/**",
      "/api/v1/billing-account",
      "/api/v1/payment-method/**",
      "/api/v1/payment-provider/events",
      "/api/v1/usage",
      "/api/v1/users/{id}/plan"),
  USER(
      "user-service",
      "/api/v1/accounts",
      "/api/v1/session",
      "/api/v1/sessions/**",
      "/api/v1/users/**",
      "/api/v1/invitations/**",
      "/api/v1/password-resets/**",
      "/api/v1/two-step/**",
      "/api/v1/account/**",
      "/api/v1/support/**",
      "/api/v1/audit/**");

  private final String serviceName;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> paths;

  Service(String serviceName, String... paths) {
    this.serviceName = serviceName;
    this.paths = List.of(paths);
  }

  /** Such as {@code user-service}; also the audience of its tokens. */
  public String serviceName() {
    return serviceName;
  }

  /** Path patterns, all methods. */
  public List<String> paths() {
    return paths;
  }
}
