package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.Timeline;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An invitation was withdrawn. A slot that came with the account is open again; one that was bought
 * for this invitation alone is removed, and its interval ends.
 */
@Component
public class TakeSeatBack {
  private final BillingAccounts accounts;
  private final PlanSlotRepository slots;
  private final Seats seats;
  private final Timeline timeline;
  private final WaitingRequests waiting;
  private final Clock clock;

  TakeSeatBack(
      BillingAccounts accounts,
      PlanSlotRepository slots,
      Seats seats,
      Timeline timeline,
      WaitingRequests waiting,
      Clock clock) {
    this.accounts = accounts;
    this.slots = slots;
    this.seats = seats;
    this.timeline = timeline;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Twice is no error; before the invitation it keeps the seat from ever being given. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = event.data();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<BillingAccount> account = accounts.lock(user.accountId());
    if (account.isEmpty()) {
      accounts.lockBeforeItIsKnown(user.accountId());
      account = accounts.lock(user.accountId());
    }
    waiting.drop(user.accountId(), user.userId());
    Optional<Seat> seat = seats.find(user.accountId(), user.userId());
    if (seat.isEmpty()) {
      UserV1.SeatRequestV1 request = user.seatRequest();
      Plan plan = request == null ? Plan.BASIC : request.plan();
      seats.saveSilently(Seat.neverGiven(user.accountId(), user.userId(), plan, now));
    } else if (seat.get().state() == Seat.State.OCCUPIED) {
      takeBack(account.orElseThrow(), seat.get(), user.actor(), now);
    }
  }

  private void takeBack(BillingAccount account, Seat seat, Actor actor, Instant now) {
    PlanSlot slot =
        slots
            .findByAccountIdAndSlotId(
                seat.accountId(), Objects.requireNonNull(seat.slotId(), "slotId"))
            .orElseThrow();
    PlanSlot vacated = slots.save(slot.vacate());
    seats.save(seat.vacate(actor, now));
    if (vacated.state() == PlanSlot.State.REMOVED) {
      timeline.end(seat.accountId(), vacated.slotId(), now);
    } else {
      accounts.tellOpenSlots(account, actor);
    }
  }
}
