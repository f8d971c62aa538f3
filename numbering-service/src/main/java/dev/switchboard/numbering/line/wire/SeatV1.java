package dev.switchboard.numbering.line.wire;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;

/**
 * What this service reads of {@code seat.refused}.
 *
 * @param version of the seat: 1, 2, 3 …
 */
public record SeatV1(UUID accountId, UUID userId, long version, Actor actor) {

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account or user
   */
  public static SeatV1 checked(IncomingEvent<SeatV1> event) {
    SeatV1 seat = event.data();
    if (seat.accountId == null || seat.userId == null || seat.actor == null || seat.version < 1) {
      throw new BrokenEventException(event.type() + " without accountId, userId, version or actor");
    }
    if (!seat.accountId.equals(event.accountId())
        || !seat.userId.toString().equals(event.subject())) {
      throw new BrokenEventException(event.type() + " of another account or user than its event's");
    }
    return seat;
  }
}
