package dev.switchboard.user.plan.wire;

import dev.switchboard.user.plan.Plan;
import java.util.List;
import java.util.UUID;

/** What this service reads of {@code account.slots-changed}: all open slots of an account. */
public record SlotsV1(UUID accountId, long version, String standing, List<OpenSlot> openSlots) {

  /** One open slot. */
  public record OpenSlot(UUID slotId, Plan plan) {}
}
