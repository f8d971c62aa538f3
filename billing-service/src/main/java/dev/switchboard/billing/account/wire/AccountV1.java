package dev.switchboard.billing.account.wire;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or does not fit together
   */
  public static AccountV1 checked(IncomingEvent<AccountV1> event) {
    AccountV1 account = event.data();
    if (Stream.of(
            account.accountId,
            account.actor,
            account.timeZone,
            account.slots,
            account.admin,
            account.signedUpAt)
        .anyMatch(Objects::isNull)) {
      throw new BrokenEventException("account.signed-up lacks a required property");
    }
    if (!account.accountId.equals(event.accountId())) {
      throw new BrokenEventException("account.signed-up of another account than its event's");
    }
    Set<UUID> ids = new HashSet<>();
    if (!account.slots.stream().allMatch(slot -> slot.plan() != null && ids.add(slot.slotId()))
        || account.admin.userId() == null
        || !ids.contains(account.admin.slotId())) {
      throw new BrokenEventException("account.signed-up whose admin or slots don't fit together");
    }
    try {
      ZoneId.of(account.timeZone);
    } catch (DateTimeException e) {
      throw new BrokenEventException("account.signed-up with a time zone that is not known", e);
    }
    return account;
  }
}
