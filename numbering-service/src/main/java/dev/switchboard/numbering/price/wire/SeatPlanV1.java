package dev.switchboard.numbering.price.wire;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read here of {@code seat.*} events.
 *
 * @param state OCCUPIED: the user has the plan
 * @param version of the seat: 1, 2, 3 …
 */
public record SeatPlanV1(
    UUID accountId, UUID userId, long version, String state, @Nullable String plan) {

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account or user
   */
  public static SeatPlanV1 checked(IncomingEvent<SeatPlanV1> event) {
    SeatPlanV1 seat = event.data();
    if (seat.accountId == null || seat.userId == null || seat.state == null || seat.version < 1) {
      throw new BrokenEventException(event.type() + " without accountId, userId, state or version");
    }
    if (!seat.accountId.equals(event.accountId())
        || !seat.userId.toString().equals(event.subject())) {
      throw new BrokenEventException(event.type() + " of another account or user than its event's");
    }
    return seat;
  }
}
