package dev.switchboard.notification.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The address under which people reach the product. Links in mails begin with it and with nothing
 * else (J1).
 */
public final class PublicUrl {
  private final String base;

  /**
   * @param url absolute http or https URL without query and fragment
   * @throws IllegalArgumentException when it is missing or anything else
   */
  public PublicUrl(@Nullable String url) {
    this.base = checked(url == null ? "" : url.strip());
  }

  /** The link by which an invited person joins. */
  public String join(LinkToken token) {
    return base + "/join#" + token.value();
  }

  /** The link to the page for a new password. */
  public String reset(LinkToken token) {
    return base + "/reset#" + token.value();
  }

  /** The console: where a person works, or signs in first. */
  public String console() {
    return base + "/";
  }

  /** The page where statements and the card are (E6, E7). */
  public String billing() {
    return base + "/billing";
  }

  /** The page of one statement (E6). */
  public String statement(UUID statementId) {
    return billing() + "/statements/" + statementId;
  }

  private static String checked(String url) {
    try {
      URI uri = new URI(url);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null) {
        return url.replaceAll("/+$", "");
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(explain(url), e);
    }
    throw new IllegalArgumentException(explain(url));
  }

  private static String explain(String url) {
    return "SWITCHBOARD_PUBLIC_URL must be an absolute http or https URL, such as"
        + " https://phone.example.com, but is: "
        + (url.isEmpty() ? "missing" : url);
  }
}
