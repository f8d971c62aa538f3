package dev.switchboard.user.signup;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.plan.OpenSlots;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** contracts/events/account.signed-up. */
record AccountSignedUpV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    String companyName,
    String timeZone,
    String state,
    String mainNumber,
    List<SlotV1> slots,
    AdminV1 admin,
    Instant signedUpAt) {
  private static final List<String> ALL =
      List.of("companyName", "timeZone", "state", "mainNumber", "slots", "admin");

  record SlotV1(UUID slotId, String plan) {}

  record AdminV1(UUID userId, UUID slotId, String plan) {}

  static AccountSignedUpV1 of(
      Account account, List<OpenSlots.Slot> slots, Actor admin, OpenSlots.Slot adminSlot) {
    return new AccountSignedUpV1(
        account.accountId().value(),
        account.version(),
        ALL,
        admin,
        account.companyName(),
        account.timeZone(),
        account.state().name(),
        Objects.requireNonNull(account.mainNumber()),
        slots.stream().map(slot -> new SlotV1(slot.slotId().value(), slot.plan().name())).toList(),
        new AdminV1(
            Objects.requireNonNull(admin.userId()),
            adminSlot.slotId().value(),
            adminSlot.plan().name()),
        account.signedUpAt());
  }
}
