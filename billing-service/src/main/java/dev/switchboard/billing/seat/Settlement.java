package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.platform.event.OutgoingEvent;
import java.util.ArrayList;
import java.util.List;

/** What one transaction does to the seats of a locked account, and what is to be told of it. */
final class Settlement {
  private final BillingAccount account;
  private final List<OutgoingEvent> events = new ArrayList<>();
  private OpenSlots open;
  private boolean openChanged;

  Settlement(BillingAccount account, OpenSlots open) {
    this.account = account;
    this.open = open;
  }

  BillingAccount account() {
    return account;
  }

  OpenSlots open() {
    return open;
  }

  boolean openChanged() {
    return openChanged;
  }

  List<OutgoingEvent> events() {
    return List.copyOf(events);
  }

  /** A slot that was open is occupied. */
  void taken(PlanSlot slot) {
    open = open.without(slot);
    openChanged = true;
  }

  /** A slot is open, again or for the first time. */
  void opened(PlanSlot slot) {
    open = open.with(slot);
    openChanged = true;
  }

  void tell(Change<Seat> seat) {
    events.add(SeatPublisher.toEvent(seat));
  }
}
