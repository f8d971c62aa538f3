package dev.switchboard.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where the request came from that this thread works on; for the audit log and mails, never for a
 * decision.
 *
 * @param ipAddress IPv4 or IPv6 address in text form, as the gateway saw it
 * @param userAgent how the browser named itself, at most 300 characters, or null
 */
public record Origin(String ipAddress, @Nullable String userAgent) {
  private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();

  /** The origin of the present request; null when an event or a timer led here. */
  public static @Nullable Origin current() {
    return CURRENT.get();
  }

  static void begin(Origin origin) {
    CURRENT.set(origin);
  }

  static void end() {
    CURRENT.remove();
  }
}
