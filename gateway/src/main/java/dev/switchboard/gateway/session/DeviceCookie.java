package dev.switchboard.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cookie that a browser is known by at sign-in; it opens nothing by itself (A3). */
public final class DeviceCookie {
  private static final String NAME = "__Host-switchboard-device";

  /** As user-service makes them; nothing else is passed on. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private DeviceCookie() {}

  /** The secret, if the request has one. */
  public static Optional<String> of(HttpServletRequest request) {
    return SessionCookie.find(request, NAME).filter(value -> SECRET.matcher(value).matches());
  }
}
