package dev.switchboard.numbering.line.wire;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;

/**
 * What this service reads of {@code user.*} events.
 *
 * @param version of the user: 1, 2, 3 …
 */
public record UserV1(UUID accountId, UUID userId, long version, Actor actor) {

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account or user
   */
  public static UserV1 checked(IncomingEvent<UserV1> event) {
    UserV1 user = event.data();
    if (user.accountId == null || user.userId == null || user.actor == null || user.version < 1) {
      throw new BrokenEventException(event.type() + " without accountId, userId, version or actor");
    }
    if (!user.accountId.equals(event.accountId())
        || !user.userId.toString().equals(event.subject())) {
      throw new BrokenEventException(event.type() + " of another account or user than its event's");
    }
    return user;
  }
}
