package dev.switchboard.user.credential;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of passwords (A5).
 *
 * @param minLength in characters
 * @param maxLength in characters
 * @param hashPermits how many passwords are hashed at once, so that a flood can't starve the rest
 * @param hashWait longest wait for a permit; then 503
 * @param argon2 cost of a hash
 */
@ConfigurationProperties("switchboard.password")
record CredentialProperties(
    @DefaultValue("12") int minLength,
    @DefaultValue("128") int maxLength,
    @DefaultValue("2") int hashPermits,
    @DefaultValue("4s") Duration hashWait,
    @DefaultValue Argon2 argon2) {

  /**
   * Argon2id's cost; the defaults are OWASP's second choice.
   *
   * @param memoryKib in KiB
   */
  record Argon2(@DefaultValue("19456") int memoryKib, @DefaultValue("2") int iterations) {}
}
