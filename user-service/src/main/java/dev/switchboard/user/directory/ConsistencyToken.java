package dev.switchboard.user.directory;

import dev.switchboard.platform.inbox.Inbox;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * B5, own writes: the answer of a command names its event as {@code <service>:<event id>}; the list
 * waits a moment until that event is in. What this service wrote itself is in already.
 */
@Component
public class ConsistencyToken {
  /** The header of commands' answers and of list requests. */
  public static final String HEADER = "Consistency-Token";

  private static final String OWN = "user-service:";
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
  private static final Duration STEP = Duration.ofMillis(15);

  private final Inbox inbox;

  ConsistencyToken(Inbox inbox) {
    this.inbox = inbox;
  }

  /** The token of an event of this service. */
  public static String of(UUID eventId) {
    return OWN + eventId;
  }

  /** Waits for the event at most half a second; false when it has not arrived by then. */
  public boolean await(String token) {
    Optional<UUID> eventId = foreignEvent(token);
    if (eventId.isEmpty()) {
      return true;
    }
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!inbox.contains(eventId.get())) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static Optional<UUID> foreignEvent(String token) {
    int colon = token.indexOf(':');
    if (token.startsWith(OWN) || colon < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(token.substring(colon + 1)));
    } catch (IllegalArgumentException notAToken) {
      return Optional.empty();
    }
  }
}
