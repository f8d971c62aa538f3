package dev.switchboard.billing.seat.wire;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code user.*} events.
 *
 * @param deletion what was decided when the user was deleted, or null
 */
public record UserV1(
    UUID accountId,
    long version,
    Actor actor,
    UUID userId,
    @Nullable SeatRequestV1 seatRequest,
    @Nullable DeletionV1 deletion) {

  /** What is asked for. */
  public record SeatRequestV1(Plan plan, @Nullable UUID slotId, boolean acceptCharges) {}

  /** What was decided when the user was deleted (D6). */
  public record DeletionV1(Instant deletedAt, boolean keepSlot) {}

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account or user
   */
  public static UserV1 checked(IncomingEvent<UserV1> event) {
    UserV1 user = event.data();
    if (user.accountId == null || user.userId == null || user.actor == null) {
      throw new BrokenEventException(event.type() + " without accountId, userId or actor");
    }
    if (!user.accountId.equals(event.accountId())
        || !user.userId.toString().equals(event.subject())) {
      throw new BrokenEventException(event.type() + " of another account or user than its event's");
    }
    return user;
  }

  /**
   * What is asked for.
   *
   * @throws BrokenEventException when it is missing
   */
  public SeatRequestV1 requiredSeatRequest() {
    if (seatRequest == null || seatRequest.plan == null) {
      throw new BrokenEventException("a user who is to have a seat, without seatRequest");
    }
    return seatRequest;
  }

  /**
   * What was decided when the user was deleted.
   *
   * @throws BrokenEventException when it is missing
   */
  public DeletionV1 requiredDeletion() {
    if (deletion == null || deletion.deletedAt == null) {
      throw new BrokenEventException("a deleted user without the whole deletion");
    }
    return deletion;
  }
}
