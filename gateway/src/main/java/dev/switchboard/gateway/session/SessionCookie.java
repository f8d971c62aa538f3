package dev.switchboard.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The cookie that holds a session's secret; user-service sets it, the gateway only reads it. */
public final class SessionCookie {
  static final String NAME = "__Host-switchboard-session";

  private SessionCookie() {}

  /** The secret, if the request has one. */
  public static Optional<String> of(HttpServletRequest request) {
    return find(request, NAME);
  }

  /** The value of a cookie, if the request has it. */
  static Optional<String> find(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }
}
