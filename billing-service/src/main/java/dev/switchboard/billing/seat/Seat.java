package dev.switchboard.billing.seat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user's side of a slot. Pure: a transition returns the new state and the fact.
 *
 * @param slotId the slot he occupies or has occupied, or null
 * @param origin of that slot, or null
 * @param reason why he was refused or has left, or null
 * @param since when it became so
 * @param version 1, 2, 3 …; 0 when nothing was ever told of it
 * @param userVersion the last version of the user that was seen: older events of him come late
 */
public record Seat(
    UUID userId,
    UUID accountId,
    State state,
    Plan plan,
    @Nullable UUID slotId,
    PlanSlot.@Nullable Origin origin,
    @Nullable String reason,
    Instant since,
    long version,
    long userVersion) {
  private static final String WITHDRAWN = "USER_WITHDRAWN";

  /** States of a seat. */
  public enum State {
    OCCUPIED,
    REFUSED,
    VACATED
  }

  /** The user occupies a slot. */
  static Change<Seat> occupy(
      UUID userId, PlanSlot slot, Actor actor, Instant now, long userVersion) {
    return new Change<>(
        new Seat(
            userId,
            slot.accountId(),
            State.OCCUPIED,
            slot.plan(),
            slot.slotId(),
            slot.origin(),
            null,
            now,
            1,
            userVersion),
        new SeatEvent.Occupied(actor, List.of("state", "plan", "slotId", "origin")));
  }

  /** There is no slot for the user. */
  static Change<Seat> refuse(
      UUID accountId, UUID userId, Plan plan, Refusal reason, Instant now, long userVersion) {
    return new Change<>(
        new Seat(
            userId, accountId, State.REFUSED, plan, null, null, reason.name(), now, 1, userVersion),
        new SeatEvent.Refused(Actor.system(), List.of("state", "plan", "reason")));
  }

  /** The place of a seat that must never be given: its end was heard of before its beginning. */
  static Seat neverGiven(UUID accountId, UUID userId, Plan plan, Instant now, long userVersion) {
    return new Seat(
        userId, accountId, State.VACATED, plan, null, null, WITHDRAWN, now, 0, userVersion);
  }

  /** The user was withdrawn. */
  Change<Seat> vacate(Actor actor, Instant now, long newUserVersion) {
    if (state != State.OCCUPIED) {
      throw new IllegalStateException("seat of " + userId + " is " + state);
    }
    return new Change<>(
        new Seat(
            userId,
            accountId,
            State.VACATED,
            plan,
            slotId,
            origin,
            WITHDRAWN,
            now,
            version + 1,
            newUserVersion),
        new SeatEvent.Vacated(actor, List.of("state", "reason")));
  }
}
