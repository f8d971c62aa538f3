package dev.switchboard.user.session;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/signingkeys} on the management port: GET lists the keys of internal tokens, POST
 * makes the next one before its time.
 */
@Endpoint(id = "signingkeys")
@Component
class SigningKeysEndpoint {
  private static final Logger log = LoggerFactory.getLogger(SigningKeysEndpoint.class);

  private final SigningKeys keys;

  SigningKeysEndpoint(SigningKeys keys) {
    this.keys = keys;
  }

  /** The keys, the newest first. */
  record Keys(List<SigningKeys.Key> keys) {}

  @ReadOperation
  Keys list() {
    return new Keys(keys.known());
  }

  @WriteOperation
  SigningKeys.Key rotate() {
    SigningKeys.Key newest = keys.rotate();
    log.info("Signing key {} signs from {}", newest.keyId(), newest.signsFrom());
    return newest;
  }
}
