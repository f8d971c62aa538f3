package dev.switchboard.user.session.web;

import java.time.Duration;

/** The cookie by which a device is known again (ADR 13). It signs nobody in. */
final class DeviceCookie {
  private static final String NAME = "__Host-switchboard-device";

  /** As long as browsers keep a cookie at all. */
  private static final Duration LIFE = Duration.ofDays(400);

  private DeviceCookie() {}

  /** Sets it. */
  static String of(String secret) {
    return SessionCookie.cookie(NAME, secret, LIFE);
  }
}
