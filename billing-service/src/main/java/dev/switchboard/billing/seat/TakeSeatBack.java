package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.Timeline;
import dev.switchboard.platform.event.IncomingEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An invitation was withdrawn. A slot that came with the account is open again; one that was bought
 * for this invitation alone is removed, and its interval ends at that instant: within a day it nets
 * to nothing (E4), after that the days it was held are paid.
 */
@Component
public class TakeSeatBack {
  private final BillingAccounts accounts;
  private final Settlements settlements;
  private final PlanSlotRepository slots;
  private final SeatRepository seats;
  private final Timeline timeline;
  private final WaitingRequests waiting;
  private final Clock clock;

  TakeSeatBack(
      BillingAccounts accounts,
      Settlements settlements,
      PlanSlotRepository slots,
      SeatRepository seats,
      Timeline timeline,
      WaitingRequests waiting,
      Clock clock) {
    this.accounts = accounts;
    this.settlements = settlements;
    this.slots = slots;
    this.seats = seats;
    this.timeline = timeline;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Twice is no error; before the invitation it keeps the seat from ever being given. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<BillingAccount> account = accounts.lockKnownOrNot(user.accountId());
    if (account.isEmpty()) {
      waiting.drop(user.accountId(), user.userId());
    }
    Optional<Seat> seat = seats.find(user.accountId(), user.userId());
    if (seat.isEmpty()) {
      seats.insertNeverGiven(user, Seat.Leaving.USER_WITHDRAWN, now);
    } else if (seat.get().userVersion() >= user.version()) {
      return; // late
    } else if (seat.get().state() == Seat.State.OCCUPIED) {
      takeBack(account.orElseThrow(), seat.get(), user, now);
    } else {
      seats.noteUserVersion(user.accountId(), user.userId(), user.version());
    }
  }

  private void takeBack(BillingAccount account, Seat seat, UserV1 user, Instant now) {
    Settlement settlement = settlements.begin(account);
    PlanSlot slot =
        slots
            .findByAccountIdAndSlotId(
                seat.accountId(), Objects.requireNonNull(seat.slotId(), "slotId"))
            .orElseThrow();
    PlanSlot vacated = slots.save(slot.vacate());
    Change<Seat> change = seat.vacate(user.actor(), now, user.version());
    seats.update(change.state());
    settlement.tell(change);
    if (vacated.state() == PlanSlot.State.REMOVED) {
      timeline.end(seat.accountId(), vacated.slotId(), now);
    } else {
      settlement.opened(vacated);
    }
    settlements.finish(settlement, user.actor());
  }
}
