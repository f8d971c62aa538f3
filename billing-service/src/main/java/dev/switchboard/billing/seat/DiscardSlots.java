package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Removes the open slots of an account that is closed, as of that moment. */
@Component
class DiscardSlots {
  private final BillingAccounts accounts;
  private final PlanSlotRepository slots;
  private final Timeline timeline;

  DiscardSlots(BillingAccounts accounts, PlanSlotRepository slots, Timeline timeline) {
    this.accounts = accounts;
    this.slots = slots;
    this.timeline = timeline;
  }

  /** Of a locked account. */
  void discard(BillingAccount account, List<PlanSlot> open) {
    if (open.isEmpty()) {
      return;
    }
    Instant closedAt = accounts.closedAt(account.accountId()).orElseThrow();
    open.forEach(slot -> {
      slots.save(slot.discard());
      timeline.end(slot.accountId(), slot.slotId(), closedAt);
    });
  }
}
