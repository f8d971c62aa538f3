package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccount.Standing;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins settlements of an account, and tells at the end all that has changed, once. */
@Component
class Settlements {
  private final BillingAccounts accounts;
  private final PlanSlotRepository slots;
  private final DiscardSlots discardSlots;
  private final Outbox outbox;

  Settlements(
      BillingAccounts accounts,
      PlanSlotRepository slots,
      DiscardSlots discardSlots,
      Outbox outbox) {
    this.accounts = accounts;
    this.slots = slots;
    this.discardSlots = discardSlots;
    this.outbox = outbox;
  }

  /** For an account whose row is locked. */
  Settlement begin(BillingAccount account) {
    return new Settlement(account, new OpenSlots(slots.findAllOpen(account.accountId())));
  }

  /**
   * Tells of the seats, and of the open slots when they have changed. An account that has ended
   * keeps none that becomes open later.
   */
  void finish(Settlement settlement, Actor actor) {
    List<OutgoingEvent> events = new ArrayList<>(settlement.events());
    if (settlement.account().standing() == Standing.CLOSED) {
      discardSlots.discard(settlement.account(), settlement.open().slots());
    } else if (settlement.openChanged()) {
      events.add(accounts.saveWithNext(settlement.open(), settlement.account(), actor));
    }
    if (!events.isEmpty()) {
      outbox.add(events);
    }
  }
}
