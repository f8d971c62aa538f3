package dev.switchboard.billing.account.wire;

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

    /** The slot as it goes over the topic. */
    public static OpenSlotV1 of(PlanSlot slot) {
      return new OpenSlotV1(slot.slotId(), slot.plan().name(), slot.origin().name());
    }
  }
}
