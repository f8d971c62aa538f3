package dev.switchboard.user.session.web;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a session's secret: only this site sends it, and no script reads it. */
public final class SessionCookie {
  private static final String NAME = "__Host-switchboard-session";

  private SessionCookie() {}

  /** Sets it. */
  public static String of(String secret, Duration life) {
    return cookie(secret, life);
  }

  /** Takes it away. */
  public static String ended() {
    return cookie("", Duration.ZERO);
  }

  private static String cookie(String value, Duration life) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(life)
        .build()
        .toString();
  }
}
