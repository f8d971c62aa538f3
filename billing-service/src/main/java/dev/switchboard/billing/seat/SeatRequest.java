package dev.switchboard.billing.seat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.slot.PlanSlot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to have a seat. Pure.
 *
 * @param before the seat that he has had, or the place of it; null for the first
 * @param now when it is decided on
 * @param revivedFrom from when he is to have a removed slot again (D6)
 */
record SeatRequest(UserV1 user, @Nullable Seat before, Instant now, Instant revivedFrom) {

  /** For a user who has never had one. */
  static SeatRequest first(UserV1 user, Instant now) {
    return new SeatRequest(user, null, now, now);
  }

  /** For a user whose deletion was undone at that time, which is not before the deletion. */
  static SeatRequest again(UserV1 user, Seat before, Instant now, Instant undoneAt) {
    Instant from = undoneAt.isBefore(before.since()) ? before.since() : undoneAt;
    return new SeatRequest(user, before, now, from);
  }

  UUID accountId() {
    return user.accountId();
  }

  UUID userId() {
    return user.userId();
  }

  Plan plan() {
    return user.requiredSeatRequest().plan();
  }

  @Nullable UUID claimed() {
    return user.requiredSeatRequest().slotId();
  }

  boolean acceptsCharges() {
    return user.requiredSeatRequest().acceptCharges();
  }

  /** The slot that his deletion removed, or null. */
  @Nullable UUID removedSlot() {
    return before != null && before.slotRemoved() ? before.slotId() : null;
  }

  /** He gets an open or a new slot. */
  Change<Seat> occupy(PlanSlot slot, boolean spareConsent) {
    return occupy(slot, spareConsent, now);
  }

  /** He gets his removed slot back, and what nobody has used of his consent with it. */
  Change<Seat> revive(PlanSlot slot) {
    return occupy(slot, before != null && before.spareConsent(), revivedFrom);
  }

  private Change<Seat> occupy(PlanSlot slot, boolean spareConsent, Instant from) {
    return before == null
        ? Seat.occupy(userId(), slot, spareConsent, user.actor(), from, user.version())
        : before.occupyAgain(slot, spareConsent, user.actor(), from, user.version());
  }

  Change<Seat> refuse(Refusal why) {
    return before == null
        ? Seat.refuse(accountId(), userId(), plan(), why, now, user.version())
        : before.refuseAgain(plan(), why, now, user.version());
  }
}
