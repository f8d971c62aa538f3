package dev.switchboard.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-02T14:29:00Z");

  private final AtomicInteger checks = new AtomicInteger();

  @Test
  @DisplayName("a good token is checked once, another one is checked for itself")
  void goodTokenIsCheckedOnce() {
    VerifiedTokens tokens = endingAt(NOW.plusSeconds(60));

    assertThat(tokens.decode("one")).isSameAs(tokens.decode("one"));
    assertThat(tokens.decode("two").getTokenValue()).isEqualTo("two");

    assertThat(checks).hasValue(2);
  }

  @Test
  @DisplayName("a token whose time is over is checked each time")
  void endedTokenIsNotKept() {
    VerifiedTokens tokens = endingAt(NOW);

    tokens.decode("one");
    tokens.decode("one");

    assertThat(checks).hasValue(2);
  }

  @Test
  @DisplayName("a bad token is never kept")
  void badTokenIsNotKept() {
    VerifiedTokens tokens =
        new VerifiedTokens(
            token -> {
              checks.incrementAndGet();
              throw new BadJwtException("forged");
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("forged"));
    }

    assertThat(checks).hasValue(2);
  }

  private VerifiedTokens endingAt(Instant end) {
    return new VerifiedTokens(
        token -> {
          checks.incrementAndGet();
          return Jwt.withTokenValue(token).header("alg", "ES256").expiresAt(end).build();
        },
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
