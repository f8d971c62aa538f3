package dev.switchboard.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The ends of the last minutes. Kept longer than any answer of an exchange is used, so that an
 * exchange that began before an end can't bring the session back.
 */
@Component
class EndedSessions {
  private static final long MOST = 1_000_000;

  private final Cache<UUID, Long> sessions;
  private final Cache<UUID, Long> users;
  private final Ticker ticker;

  EndedSessions(SessionProperties properties, Ticker ticker) {
    this.ticker = ticker;
    this.sessions = kept(properties, ticker);
    this.users = kept(properties, ticker);
  }

  private static Cache<UUID, Long> kept(SessionProperties properties, Ticker ticker) {
    return Caffeine.newBuilder()
        .ticker(ticker)
        .executor(Runnable::run)
        .expireAfterWrite(properties.endsKept())
        .maximumSize(MOST)
        .build();
  }

  /** One session is over, for ever. */
  void endSession(UUID sessionId) {
    sessions.put(sessionId, ticker.read());
  }

  /** All sessions that the user has now are over; later ones are not. */
  void endAllOf(UUID userId) {
    users.put(userId, ticker.read());
  }

  /** Whether what user-service said from {@code askedAt} on (ticker's time) no longer holds. */
  boolean hasEnded(Exchanged exchanged, long askedAt) {
    if (sessions.getIfPresent(exchanged.sessionId()) != null) {
      return true;
    }
    Long ended = users.getIfPresent(exchanged.userId());
    return ended != null && ended - askedAt >= 0;
  }
}
