package dev.switchboard.billing.method;

import java.net.URI;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the browser goes when it comes back from the provider: below the configured public address
 * only, never one from a request.
 */
@Component
public class ConsolePages {
  private final String base;

  ConsolePages(@Value("${switchboard.public-url}") URI publicUrl) {
    if (publicUrl.getHost() == null) {
      throw new IllegalArgumentException("switchboard.public-url is no address: " + publicUrl);
    }
    this.base = publicUrl.toString().replaceFirst("/+$", "");
  }

  /** The Billing page. */
  public URI billing() {
    return URI.create(base + "/billing");
  }

  /** The Billing page, after a card was entered. */
  public URI cardEntered(UUID setupId) {
    return URI.create(base + "/billing?card=" + setupId);
  }

  /** The page of a statement. */
  public URI statement(UUID statementId) {
    return URI.create(base + "/billing/statements/" + statementId);
  }
}
