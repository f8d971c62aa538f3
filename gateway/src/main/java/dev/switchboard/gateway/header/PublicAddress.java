package dev.switchboard.gateway.header;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address of the console as people type it. */
@Component
public class PublicAddress {
  private final URI url;

  PublicAddress(@Value("${switchboard.gateway.public-url}") URI url) {
    if (url.getHost() == null || url.getScheme() == null) {
      throw new IllegalArgumentException("the public URL must be absolute: " + url);
    }
    this.url = url;
  }

  /** Whether people reach the gateway by https. */
  public boolean isHttps() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  /** Scheme, host and port in lower case, as browsers write an Origin. */
  public String origin() {
    return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
