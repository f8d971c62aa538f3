package dev.switchboard.billing.account.wire;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccount.Standing;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.platform.event.Actor;
import java.util.List;
import java.util.UUID;

/** contracts/events/account.slots-changed: all open slots of an account. */
public record SlotsV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    String standing,
    List<OpenSlotV1> openSlots) {

  /** One open slot. */
  public record OpenSlotV1(UUID slotId, String plan, String origin) {

    static OpenSlotV1 of(PlanSlot slot) {
      return new OpenSlotV1(slot.slotId(), slot.plan().name(), slot.origin().name());
    }
  }

  /**
   * The list as it goes over the topic. The contract knows no closed account: one that may neither
   * buy nor fill is told as past due, without open slots.
   *
   * @param changed the names of the properties that are others than before
   */
  public static SlotsV1 of(
      BillingAccount account, OpenSlots open, List<String> changed, Actor actor) {
    boolean closed = account.standing() == Standing.CLOSED;
    return new SlotsV1(
        account.accountId(),
        account.version(),
        changed,
        actor,
        (closed ? Standing.PAST_DUE : account.standing()).name(),
        closed ? List.of() : open.slots().stream().map(OpenSlotV1::of).toList());
  }
}
