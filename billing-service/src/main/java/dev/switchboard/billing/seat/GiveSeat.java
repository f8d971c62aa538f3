package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.Timeline;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.time.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * C2, C5: decides on the seat of an invited user, under the lock of the account's row, so that the
 * last open slot goes to one. The wanted slot, else another open one of the plan, else a new one
 * when the charge was accepted, else none.
 */
@Component
public class GiveSeat {
  private final BillingAccounts accounts;
  private final PlanSlotRepository slots;
  private final Seats seats;
  private final Timeline timeline;
  private final WaitingRequests waiting;
  private final Clock clock;

  GiveSeat(
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

  /** A user was invited. Whoever has a seat, or had one, gets no second. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = event.data();
    Optional<BillingAccount> account = accounts.lock(user.accountId());
    if (account.isEmpty()) {
      accounts.lockBeforeItIsKnown(user.accountId());
      account = accounts.lock(user.accountId());
    }
    if (account.isEmpty()) {
      waiting.keep(user);
    } else {
      give(account.get(), user);
    }
  }

  /** The same for a request that has waited for its account, which is locked. */
  void give(BillingAccount account, UserV1 user) {
    if (seats.find(user.accountId(), user.userId()).isPresent()) {
      return;
    }
    UserV1.SeatRequestV1 request = Objects.requireNonNull(user.seatRequest(), "seatRequest");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<PlanSlot> open =
        slots.findOpen(
            user.accountId(),
            request.plan(),
            Objects.requireNonNullElse(request.slotId(), user.userId()));
    if (open.isPresent()) {
      PlanSlot occupied = slots.save(open.get().occupy(user.userId()));
      seats.save(Seat.occupy(user.userId(), occupied, user.actor(), now));
      accounts.tellOpenSlots(account, user.actor());
    } else if (!request.acceptCharges()) {
      refuse(user, request, Refusal.NO_CONSENT, now);
    } else if (!account.mayBuy()) {
      refuse(user, request, Refusal.ACCOUNT_PAST_DUE, now);
    } else {
      PlanSlot bought =
          slots.save(PlanSlot.added(Ids.next(), user.accountId(), request.plan(), user.userId()));
      timeline.begin(
          user.accountId(),
          List.of(new Timeline.Priced(bought.slotId(), bought.plan(), bought.origin().name())),
          now);
      seats.save(Seat.occupy(user.userId(), bought, user.actor(), now));
    }
  }

  private void refuse(UserV1 user, UserV1.SeatRequestV1 request, Refusal reason, Instant now) {
    seats.save(Seat.refuse(user.accountId(), user.userId(), request.plan(), reason, now));
  }
}
