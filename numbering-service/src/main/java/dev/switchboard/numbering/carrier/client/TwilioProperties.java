package dev.switchboard.numbering.carrier.client;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach Twilio.
 *
 * @param baseUrl where its API is
 * @param accountSid the operator's account: AC and 32 hexadecimal digits
 * @param apiKey user name of HTTP basic authentication: the SID of an API key, or the account's
 * @param apiSecret its secret
 * @param countries the countries whose local numbers are offered: ISO 3166-1, two letters
 * @param connectTimeout the longest wait for a connection
 * @param readTimeout the longest wait for an answer
 * @param pageSize how many numbers a search finds at most; Twilio's own limit is 1000
 */
@ConfigurationProperties("switchboard.carrier.twilio")
public record TwilioProperties(
    URI baseUrl,
    String accountSid,
    String apiKey,
    String apiSecret,
    Set<String> countries,
    Duration connectTimeout,
    Duration readTimeout,
    int pageSize) {
  private static final Pattern ACCOUNT_SID = Pattern.compile("AC[0-9a-fA-F]{32}");
  private static final int MAX_PAGE_SIZE = 1000;

  public TwilioProperties {
    countries = Set.copyOf(countries);
    if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
      throw new IllegalArgumentException("switchboard.carrier.twilio: time-outs must be positive");
    }
    if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException("switchboard.carrier.twilio.page-size: 1 to 1000");
    }
  }

  /**
   * Refuses to start without what is needed to sign in at Twilio.
   *
   * @throws IllegalArgumentException naming the setting, and nothing of its value
   */
  void requireWhole() {
    if (!ACCOUNT_SID.matcher(accountSid).matches()) {
      throw new IllegalArgumentException(
          "switchboard.carrier.twilio.account-sid: AC and 32 hexadecimal digits");
    }
    if (apiKey.isBlank() || apiSecret.isBlank()) {
      throw new IllegalArgumentException(
          "switchboard.carrier.twilio.api-key and .api-secret are needed");
    }
    if (countries.isEmpty()) {
      throw new IllegalArgumentException("switchboard.carrier.twilio.countries: at least one");
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "TwilioProperties[" + baseUrl + ", " + accountSid + "]";
  }
}
