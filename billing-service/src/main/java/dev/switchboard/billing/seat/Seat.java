package dev.switchboard.billing.seat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user's side of a slot. Pure: a transition returns the new state and the fact.
 *
 * @param slotId the slot he occupies or has occupied, or null
 * @param origin of that slot, or null
 * @param reason why he was refused or has left, or null
 * @param since when it became so
 * @param slotRemoved whether his deletion removed that slot, so that undoing it brings it back (D6)
 * @param spareConsent whether he had agreed to a charge and took a slot that was open: who had
 *     claimed it may buy one by that consent, even after he has been deleted (ADR 6)
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
    boolean slotRemoved,
    boolean spareConsent,
    long version,
    long userVersion) {

  /** States of a seat. */
  public enum State {
    OCCUPIED,
    REFUSED,
    VACATED
  }

  /** Why a user has left. */
  enum Leaving {
    USER_WITHDRAWN,
    DELETED
  }

  /** The user occupies a slot. */
  static Change<Seat> occupy(
      UUID userId,
      PlanSlot slot,
      boolean spareConsent,
      Actor actor,
      Instant now,
      long userVersion) {
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
            false,
            spareConsent,
            1,
            userVersion),
        new SeatEvent.Occupied(actor, List.of("state", "plan", "slotId", "origin")));
  }

  /**
   * D6: the user, whose deletion was undone, occupies a slot again.
   *
   * @throws IllegalStateException when he occupies one
   */
  Change<Seat> occupyAgain(
      PlanSlot slot, boolean newSpareConsent, Actor actor, Instant from, long newUserVersion) {
    requireNot(State.OCCUPIED);
    Seat occupied =
        new Seat(
            userId,
            accountId,
            State.OCCUPIED,
            slot.plan(),
            slot.slotId(),
            slot.origin(),
            null,
            from,
            false,
            newSpareConsent,
            version + 1,
            newUserVersion);
    return new Change<>(occupied, new SeatEvent.Occupied(actor, differences(occupied)));
  }

  /** There is no slot for the user. */
  static Change<Seat> refuse(
      UUID accountId, UUID userId, Plan plan, Refusal reason, Instant now, long userVersion) {
    return new Change<>(
        new Seat(
            userId,
            accountId,
            State.REFUSED,
            plan,
            null,
            null,
            reason.name(),
            now,
            false,
            false,
            1,
            userVersion),
        new SeatEvent.Refused(Actor.system(), List.of("state", "plan", "reason")));
  }

  /**
   * D6: there is no slot for the user whose deletion was undone; he will be deleted again.
   *
   * @throws IllegalStateException when he occupies one
   */
  Change<Seat> refuseAgain(Plan wanted, Refusal why, Instant now, long newUserVersion) {
    requireNot(State.OCCUPIED);
    Seat refused =
        new Seat(
            userId,
            accountId,
            State.REFUSED,
            wanted,
            null,
            null,
            why.name(),
            now,
            false,
            false,
            version + 1,
            newUserVersion);
    return new Change<>(refused, new SeatEvent.Refused(Actor.system(), differences(refused)));
  }

  /**
   * The place of a seat whose end was heard of before its beginning: it is given only when the end
   * is undone.
   */
  static Seat neverGiven(
      UUID accountId, UUID userId, Plan plan, Leaving why, Instant now, long userVersion) {
    return new Seat(
        userId,
        accountId,
        State.VACATED,
        plan,
        null,
        null,
        why.name(),
        now,
        false,
        false,
        0,
        userVersion);
  }

  /** The user was withdrawn. */
  Change<Seat> vacate(Actor actor, Instant now, long newUserVersion) {
    return leave(Leaving.USER_WITHDRAWN, actor, now, false, false, newUserVersion);
  }

  /**
   * D6: the user was deleted; his slot is open or removed. A consent that nobody has used stays:
   * who had claimed the slot may be heard of later.
   */
  Change<Seat> vacateDeleted(
      Actor actor, Instant deletedAt, boolean removesSlot, long newUserVersion) {
    // Never before it was occupied, which billing may have done after the deletion.
    Instant from = deletedAt.isBefore(since) ? since : deletedAt;
    return leave(Leaving.DELETED, actor, from, removesSlot, spareConsent, newUserVersion);
  }

  /**
   * B6: the user's slot is on another plan.
   *
   * @throws IllegalStateException when he occupies none
   */
  Change<Seat> changePlan(Plan newPlan, Actor actor, Instant now) {
    if (state != State.OCCUPIED) {
      throw new IllegalStateException("seat of " + userId + " is " + state);
    }
    return new Change<>(
        new Seat(
            userId,
            accountId,
            state,
            newPlan,
            slotId,
            origin,
            null,
            now.isBefore(since) ? since : now,
            false,
            spareConsent,
            version + 1,
            userVersion),
        new SeatEvent.Changed(actor, List.of("plan")));
  }

  private Change<Seat> leave(
      Leaving why,
      Actor actor,
      Instant from,
      boolean removesSlot,
      boolean keepsConsent,
      long newUserVersion) {
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
            why.name(),
            from,
            removesSlot,
            keepsConsent,
            version + 1,
            newUserVersion),
        new SeatEvent.Vacated(actor, List.of("state", "reason")));
  }

  private void requireNot(State unwanted) {
    if (state == unwanted) {
      throw new IllegalStateException("seat of " + userId + " is " + state);
    }
  }

  /** Names of the properties in which the next version differs from what was told before. */
  private List<String> differences(Seat next) {
    boolean told = version > 0;
    List<String> names = new ArrayList<>();
    addUnlessSame(names, "state", told ? state : null, next.state);
    addUnlessSame(names, "plan", told ? plan : null, next.plan);
    addUnlessSame(names, "slotId", slotId, next.slotId);
    addUnlessSame(names, "origin", origin, next.origin);
    addUnlessSame(names, "reason", told ? reason : null, next.reason);
    return List.copyOf(names);
  }

  private static void addUnlessSame(
      List<String> names, String name, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      names.add(name);
    }
  }
}
