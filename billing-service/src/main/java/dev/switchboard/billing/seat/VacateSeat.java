package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.Timeline;
import dev.switchboard.platform.event.IncomingEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * D6: a user was deleted. His slot, however it was bought, is open when the admin keeps it, else
 * removed and no longer charged from the moment of the deletion.
 */
@Component
public class VacateSeat {
  private final BillingAccounts accounts;
  private final Settlements settlements;
  private final PlanSlotRepository slots;
  private final SeatRepository seats;
  private final Timeline timeline;
  private final WaitingRequests waiting;

  VacateSeat(
      BillingAccounts accounts,
      Settlements settlements,
      PlanSlotRepository slots,
      SeatRepository seats,
      Timeline timeline,
      WaitingRequests waiting) {
    this.accounts = accounts;
    this.settlements = settlements;
    this.slots = slots;
    this.seats = seats;
    this.timeline = timeline;
    this.waiting = waiting;
  }

  /** Twice is no error; before the invitation it keeps the seat from being given by that. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    user.requiredDeletion();
    Optional<BillingAccount> account = accounts.lockKnownOrNot(user.accountId());
    if (account.isEmpty()) {
      waiting.keep(WaitingRequests.Kind.DELETED, user);
    } else {
      Settlement settlement = settlements.begin(account.get());
      vacate(settlement, user);
      settlements.finish(settlement, user.actor());
    }
  }

  /** Takes the seat; a deletion that has waited for its account comes in here. */
  void vacate(Settlement settlement, UserV1 user) {
    Instant deletedAt = user.requiredDeletion().deletedAt().truncatedTo(ChronoUnit.MILLIS);
    Optional<Seat> seat = seats.find(user.accountId(), user.userId());
    if (seat.isEmpty()) {
      seats.insertNeverGiven(user, Seat.Leaving.DELETED, deletedAt);
    } else if (seat.get().userVersion() >= user.version()) {
      return; // late
    } else if (seat.get().state() == Seat.State.OCCUPIED) {
      take(settlement, seat.get(), user, deletedAt);
    } else {
      seats.noteUserVersion(user.accountId(), user.userId(), user.version());
    }
  }

  private void take(Settlement settlement, Seat seat, UserV1 user, Instant deletedAt) {
    boolean keepSlot = user.requiredDeletion().keepSlot();
    PlanSlot occupied =
        slots
            .findByAccountIdAndSlotId(
                seat.accountId(), Objects.requireNonNull(seat.slotId(), "slotId"))
            .orElseThrow();
    PlanSlot vacated = slots.save(keepSlot ? occupied.keep() : occupied.remove());
    Change<Seat> change = seat.vacateDeleted(user.actor(), deletedAt, !keepSlot, user.version());
    seats.update(change.state());
    settlement.tell(change);
    if (keepSlot) {
      settlement.opened(vacated);
    } else {
      timeline.end(seat.accountId(), vacated.slotId(), deletedAt);
    }
  }
}
