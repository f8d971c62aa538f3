package dev.switchboard.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The headers that every answer of the gateway must have, whoever made it. */
public final class SecurityHeaders {
  private SecurityHeaders() {}

  /** Fails when one is missing or weak. */
  public static void expect(Function<String, @Nullable String> header) {
    assertThat(header.apply("Content-Security-Policy"))
        .contains(
            "default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")
        .doesNotContain("unsafe-inline", "unsafe-eval", "*");
    assertThat(header.apply("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header.apply("X-Frame-Options")).isEqualTo("DENY");
    assertThat(header.apply("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header.apply("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(header.apply("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(header.apply("Permissions-Policy")).contains("camera=()", "geolocation=()");
    assertThat(header.apply("Cache-Control")).isNotBlank();
    assertThat(header.apply("Server")).isNull();
    assertThat(header.apply("X-Powered-By")).isNull();
    assertThat(header.apply("Access-Control-Allow-Origin")).isNull();
  }
}
