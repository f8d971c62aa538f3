package dev.switchboard.billing.slot;

import dev.switchboard.billing.pricelist.Plan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The right to one user on one plan, paid by the account.
 *
 * @param userId who occupies it, or null
 * @param version 0 before it is stored, then 1, 2, 3 …
 */
@Table("plan_slot")
public record PlanSlot(
    @Id UUID slotId,
    UUID accountId,
    Plan plan,
    Origin origin,
    State state,
    @Nullable UUID userId,
    @Version long version) {

  /** How it was bought (A2). */
  public enum Origin {
    SIGN_UP,
    ADDED
  }

  /** States of a slot. */
  public enum State {
    OPEN,
    OCCUPIED,
    REMOVED
  }

  /** A slot that was bought with the account. */
  public static PlanSlot ofSignUp(UUID slotId, UUID accountId, Plan plan) {
    return new PlanSlot(slotId, accountId, plan, Origin.SIGN_UP, State.OPEN, null, 0);
  }

  /** A slot that is bought for a user, who occupies it at once. */
  public static PlanSlot added(UUID slotId, UUID accountId, Plan plan, UUID userId) {
    return new PlanSlot(slotId, accountId, plan, Origin.ADDED, State.OCCUPIED, userId, 0);
  }

  /** The same slot after its first INSERT. */
  PlanSlot stored() {
    return new PlanSlot(slotId, accountId, plan, origin, state, userId, 1);
  }

  /** The same slot with a user in it. */
  public PlanSlot occupy(UUID user) {
    if (state != State.OPEN) {
      throw new IllegalStateException("slot " + slotId + " is " + state);
    }
    return new PlanSlot(slotId, accountId, plan, origin, State.OCCUPIED, user, version);
  }

  /**
   * The same slot without its user, whose invitation was withdrawn: open again, or removed when it
   * was bought for him alone.
   */
  public PlanSlot vacate() {
    return origin == Origin.SIGN_UP ? keep() : remove();
  }

  /** The same slot without its user: it stays with the account and is open (D6). */
  public PlanSlot keep() {
    return without(State.OPEN);
  }

  /** The same slot without its user: it is no longer the account's (D6). */
  public PlanSlot remove() {
    return without(State.REMOVED);
  }

  /** The same slot, which was removed with its user, with him in it again (D6). */
  public PlanSlot revive(UUID user) {
    if (state != State.REMOVED) {
      throw new IllegalStateException("slot " + slotId + " is " + state);
    }
    return new PlanSlot(slotId, accountId, plan, origin, State.OCCUPIED, user, version);
  }

  /** The same slot, which nobody is in: it is no longer the account's, which has ended. */
  public PlanSlot discard() {
    if (state != State.OPEN) {
      throw new IllegalStateException("slot " + slotId + " is " + state);
    }
    return new PlanSlot(slotId, accountId, plan, origin, State.REMOVED, null, version);
  }

  /** The same slot on another plan (B6). */
  public PlanSlot changePlan(Plan newPlan) {
    if (state != State.OCCUPIED) {
      throw new IllegalStateException("slot " + slotId + " is " + state);
    }
    return new PlanSlot(slotId, accountId, newPlan, origin, state, userId, version);
  }

  private PlanSlot without(State after) {
    if (state != State.OCCUPIED) {
      throw new IllegalStateException("slot " + slotId + " is " + state);
    }
    return new PlanSlot(slotId, accountId, plan, origin, after, null, version);
  }
}
