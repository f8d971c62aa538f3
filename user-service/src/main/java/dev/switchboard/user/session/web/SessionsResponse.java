package dev.switchboard.user.session.web;

import dev.switchboard.user.session.DeviceName;
import dev.switchboard.user.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The own sessions. */
record SessionsResponse(List<Item> items, long total, @Nullable String next) {

  /** One session; {@code device} is the user agent in words, {@code current} the one that asks. */
  record Item(
      UUID id,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt,
      @Nullable String userAgent,
      String device,
      boolean current) {

    static Item of(Session session, UUID current) {
      return new Item(
          session.sessionId(),
          session.createdAt(),
          session.lastSeenAt(),
          session.expiresAt(),
          session.userAgent(),
          DeviceName.of(session.userAgent()),
          session.sessionId().equals(current));
    }
  }
}
