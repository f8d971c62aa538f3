package dev.switchboard.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers which tokens are good until they end. The gateway sends the same one for up to a
 * minute, and to check its signature costs more than to read a page of users.
 */
final class VerifiedTokens implements JwtDecoder {
  private static final int MOST = 50_000;

  private final JwtDecoder decoder;
  private final Clock clock;
  private final Cache<String, Jwt> verified =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> life(jwt)))
          .build();

  VerifiedTokens(JwtDecoder decoder, Clock clock) {
    this.decoder = decoder;
    this.clock = clock;
  }

  /** Only what was found good is kept; a bad token is looked at each time. */
  @Override
  public Jwt decode(String token) {
    Jwt known = verified.getIfPresent(token);
    if (known != null) {
      return known;
    }
    Jwt jwt = decoder.decode(token);
    verified.put(token, jwt);
    return jwt;
  }

  private Duration life(Jwt jwt) {
    Instant end = jwt.getExpiresAt();
    Duration left = end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
