package dev.switchboard.user.session;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The public keys as a JSON Web Key Set (RFC 7517). */
@Component
public class PublishedKeys {
  private final SigningKeys keys;

  PublishedKeys(SigningKeys keys) {
    this.keys = keys;
  }

  /** Without any private half. */
  public Map<String, Object> asJson() {
    return keys.published().toJSONObject(true);
  }
}
