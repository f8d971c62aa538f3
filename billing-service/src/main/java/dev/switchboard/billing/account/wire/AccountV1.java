package dev.switchboard.billing.account.wire;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What this service reads of {@code account.signed-up}; the slots include the admin's. */
public record AccountV1(
    UUID accountId,
    Actor actor,
    String timeZone,
    List<SlotV1> slots,
    AdminV1 admin,
    Instant signedUpAt) {

  /** One slot. */
  public record SlotV1(UUID slotId, Plan plan) {}

  /** The first admin and his slot. */
  public record AdminV1(UUID userId, UUID slotId, Plan plan) {}
}
