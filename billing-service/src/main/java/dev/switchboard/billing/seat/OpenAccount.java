package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.account.wire.AccountV1;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlots;
import dev.switchboard.billing.timeline.Timeline;
import dev.switchboard.platform.event.IncomingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A1, A2: an account has signed up. Its slots, their intervals on the timeline and the admin's seat
 * are made in one transaction; in it those who have waited for the account get theirs.
 */
@Component
public class OpenAccount {
  private final BillingAccounts accounts;
  private final Settlements settlements;
  private final PlanSlots slots;
  private final SeatRepository seats;
  private final Timeline timeline;
  private final WaitingRequests waiting;
  private final GiveSeat giveSeat;
  private final VacateSeat vacateSeat;
  private final RestoreSeat restoreSeat;

  OpenAccount(
      BillingAccounts accounts,
      Settlements settlements,
      PlanSlots slots,
      SeatRepository seats,
      Timeline timeline,
      WaitingRequests waiting,
      GiveSeat giveSeat,
      VacateSeat vacateSeat,
      RestoreSeat restoreSeat) {
    this.accounts = accounts;
    this.settlements = settlements;
    this.slots = slots;
    this.seats = seats;
    this.timeline = timeline;
    this.waiting = waiting;
    this.giveSeat = giveSeat;
    this.vacateSeat = vacateSeat;
    this.restoreSeat = restoreSeat;
  }

  /** Twice is no error. */
  public void on(IncomingEvent<AccountV1> event) {
    AccountV1 signedUp = AccountV1.checked(event);
    UUID accountId = signedUp.accountId();
    accounts.lockBeforeItIsKnown(accountId);
    if (accounts.lock(accountId).isPresent()) {
      return;
    }
    List<PlanSlot> bought =
        slots.insert(
            accountId, signedUp.slots().stream().map(slot -> slot(slot, signedUp)).toList());
    timeline.begin(
        accountId,
        bought.stream()
            .map(slot -> new Timeline.Priced(slot.slotId(), slot.plan(), slot.origin().name()))
            .toList(),
        signedUp.signedUpAt());
    Settlement settlement =
        new Settlement(
            BillingAccount.open(accountId, signedUp.timeZone(), signedUp.signedUpAt()),
            new OpenSlots(List.of()));
    bought.forEach(slot -> add(settlement, slot, signedUp));
    waiting.take(accountId).forEach(each -> settle(settlement, each, signedUp.signedUpAt()));
    settlements.finish(settlement, signedUp.actor());
  }

  private void add(Settlement settlement, PlanSlot slot, AccountV1 signedUp) {
    if (slot.state() == PlanSlot.State.OPEN) {
      settlement.opened(slot);
      return;
    }
    Change<Seat> seat =
        Seat.occupy(
            signedUp.admin().userId(), slot, false, signedUp.actor(), signedUp.signedUpAt(), 0);
    seats.insert(seat.state());
    settlement.taken(slot);
    settlement.tell(seat);
  }

  /** Nobody who waited has had a slot that could be revived from then on. */
  private void settle(Settlement settlement, WaitingRequests.Waiting waited, Instant signedUpAt) {
    UserV1 user = waited.user();
    switch (waited.kind()) {
      case INVITED -> giveSeat.give(settlement, user);
      case DELETED -> vacateSeat.vacate(settlement, user);
      case RESTORED -> restoreSeat.restore(settlement, user, signedUpAt);
    }
  }

  private static PlanSlot slot(AccountV1.SlotV1 slot, AccountV1 signedUp) {
    PlanSlot open = PlanSlot.ofSignUp(slot.slotId(), signedUp.accountId(), slot.plan());
    return slot.slotId().equals(signedUp.admin().slotId())
        ? open.occupy(signedUp.admin().userId())
        : open;
  }
}
