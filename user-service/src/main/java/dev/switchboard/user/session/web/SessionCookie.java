package dev.switchboard.user.session.web;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a session's secret: only this site sends it, and no script reads it. */
public final class SessionCookie {
  private static final String NAME = "__Host-switchboard-session";

  private SessionCookie() {}

  /** Sets it. */
  public static String of(String secret, Duration life) {
    return cookie(NAME, secret, life);
  }

  /** Takes it away. */
  public static String ended() {
    return cookie(NAME, "", Duration.ZERO);
  }

  /** A cookie that only this site gets, by HTTPS, and no script reads. */
  static String cookie(String name, String value, Duration life) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(life)
        .build()
        .toString();
  }
}
