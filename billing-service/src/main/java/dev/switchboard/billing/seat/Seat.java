package dev.switchboard.billing.seat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One user's side of a slot.
 *
 * @param slotId the slot he occupies, or null
 * @param origin of that slot, or null
 * @param reason why he was refused, or null
 * @param since when it became so
 * @param version 0 before it is stored, then 1, 2, 3 …
 */
@Table("seat")
public record Seat(
    @Id UUID userId,
    UUID accountId,
    State state,
    Plan plan,
    @Nullable UUID slotId,
    PlanSlot.@Nullable Origin origin,
    @Nullable String reason,
    Instant since,
    @Version long version) {

  /** States of a seat. */
  public enum State {
    OCCUPIED,
    REFUSED,
    VACATED
  }

  /** The user occupies a slot. */
  static Change<Seat> occupy(UUID userId, PlanSlot slot, Actor actor, Instant now) {
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
            0),
        new SeatEvent.Occupied(actor, List.of("state", "plan", "slotId", "origin")));
  }

  /** There is no slot for the user. */
  static Change<Seat> refuse(UUID accountId, UUID userId, Plan plan, Refusal reason, Instant now) {
    return new Change<>(
        new Seat(userId, accountId, State.REFUSED, plan, null, null, reason.name(), now, 0),
        new SeatEvent.Refused(Actor.system(), List.of("state", "plan", "reason")));
  }

  /** The place of a seat that must never be given: its end was heard of before its beginning. */
  static Seat neverGiven(UUID accountId, UUID userId, Plan plan, Instant now) {
    return new Seat(userId, accountId, State.VACATED, plan, null, null, null, now, 0);
  }

  /** The user is gone. */
  Change<Seat> vacate(Actor actor, Instant now) {
    if (state != State.OCCUPIED) {
      throw new IllegalStateException("seat of " + userId + " is " + state);
    }
    return new Change<>(
        new Seat(userId, accountId, State.VACATED, plan, null, null, null, now, version),
        new SeatEvent.Vacated(actor, List.of("state", "slotId", "origin")));
  }
}
