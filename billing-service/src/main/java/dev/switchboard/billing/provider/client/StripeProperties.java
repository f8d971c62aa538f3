package dev.switchboard.billing.provider.client;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach Stripe. The service does not start without the secrets.
 *
 * @param baseUrl where its API is; without TLS only on this machine
 * @param secretKey of the operator's account, or a restricted key
 * @param webhookSecret what its notices are signed with
 * @param connectTimeout the longest wait for a connection
 * @param readTimeout the longest wait for an answer
 */
@ConfigurationProperties("switchboard.payments.stripe")
public record StripeProperties(
    URI baseUrl,
    String secretKey,
    String webhookSecret,
    Duration connectTimeout,
    Duration readTimeout) {
  private static final String PREFIX = "switchboard.payments.stripe";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

  /**
   * Refuses what can't work or would not be safe.
   *
   * @throws IllegalArgumentException naming the setting, and nothing of its value
   */
  public StripeProperties {
    if (secretKey.isBlank() || webhookSecret.isBlank()) {
      throw new IllegalArgumentException(
          PREFIX + ".secret-key and .webhook-secret must not be empty");
    }
    if (!"https".equals(baseUrl.getScheme())
        && !THIS_MACHINE.contains(String.valueOf(baseUrl.getHost()))) {
      throw new IllegalArgumentException(PREFIX + ".base-url must begin with https://");
    }
    if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
      throw new IllegalArgumentException(PREFIX + ": time-outs must be positive");
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "StripeProperties[" + baseUrl + "]";
  }
}
