package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccount.Standing;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.seat.wire.UserV1.SeatRequestV1;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.Timeline;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.time.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * C2, C5: decides on the seat of an invited user, under the lock of the account's row, so that the
 * last open slot goes to one. The wanted slot, else another open one of the plan, else a new one
 * when the charge was accepted, else none.
 */
@Component
public class GiveSeat {
  private final BillingAccounts accounts;
  private final Settlements settlements;
  private final PlanSlotRepository slots;
  private final SeatRepository seats;
  private final Timeline timeline;
  private final WaitingRequests waiting;
  private final Clock clock;

  GiveSeat(
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

  /** A user was invited. Whoever has a seat, or had one, gets no second. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    user.requiredSeatRequest();
    Optional<BillingAccount> account = accounts.lockKnownOrNot(user.accountId());
    if (account.isEmpty()) {
      waiting.keep(user);
    } else {
      Settlement settlement = settlements.begin(account.get());
      give(settlement, user);
      settlements.finish(settlement, user.actor());
    }
  }

  /** Decides on one request; a request that has waited for its account comes in here. */
  void give(Settlement settlement, UserV1 user) {
    SeatRequestV1 request = user.requiredSeatRequest();
    Standing standing = settlement.account().standing();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (standing == Standing.CLOSED) {
      refuse(settlement, user, Refusal.ACCOUNT_CLOSED, now);
      return;
    }
    Optional<PlanSlot> wanted = settlement.open().wanted(request.plan(), request.slotId());
    if (wanted.isPresent()) {
      fill(settlement, user, wanted.get(), false, now);
      return;
    }
    boolean lentConsent = standing == Standing.ACTIVE && mayUseConsentOfAnother(user, request);
    Optional<PlanSlot> other =
        lentConsent ? Optional.empty() : settlement.open().oldest(request.plan());
    if (other.isPresent()) {
      fill(settlement, user, other.get(), request.acceptCharges(), now);
    } else if (!request.acceptCharges() && !lentConsent) {
      refuse(settlement, user, Refusal.NO_CONSENT, now);
    } else if (standing == Standing.PAST_DUE) {
      refuse(settlement, user, Refusal.ACCOUNT_PAST_DUE, now);
    } else {
      buy(settlement, user, request, now);
    }
  }

  /**
   * user-service answered 201 because this user had claimed a slot at no cost. If somebody overtook
   * him and sits in it although a charge for a slot of his own was accepted, that charge pays for
   * this user: both keep their seat and the sum is the one that was agreed to (ADR 6).
   */
  private boolean mayUseConsentOfAnother(UserV1 user, SeatRequestV1 request) {
    UUID claimed = request.slotId();
    return claimed != null
        && !request.acceptCharges()
        && seats.find(user.accountId(), user.userId()).isEmpty()
        && seats.useSpareConsent(user.accountId(), claimed);
  }

  private void fill(
      Settlement settlement, UserV1 user, PlanSlot open, boolean spareConsent, Instant now) {
    PlanSlot occupied = open.occupy(user.userId());
    Change<Seat> seat = Seat.occupy(user.userId(), occupied, user.actor(), now, user.version());
    if (seats.insert(seat.state(), spareConsent)) {
      slots.save(occupied);
      settlement.taken(occupied);
      settlement.tell(seat);
    }
  }

  private void buy(Settlement settlement, UserV1 user, SeatRequestV1 request, Instant now) {
    PlanSlot bought = PlanSlot.added(Ids.next(), user.accountId(), request.plan(), user.userId());
    Change<Seat> seat = Seat.occupy(user.userId(), bought, user.actor(), now, user.version());
    if (seats.insert(seat.state(), false)) {
      slots.save(bought);
      timeline.begin(
          user.accountId(),
          List.of(new Timeline.Priced(bought.slotId(), bought.plan(), bought.origin().name())),
          now);
      settlement.tell(seat);
    }
  }

  private void refuse(Settlement settlement, UserV1 user, Refusal reason, Instant now) {
    Change<Seat> seat =
        Seat.refuse(
            user.accountId(),
            user.userId(),
            user.requiredSeatRequest().plan(),
            reason,
            now,
            user.version());
    if (seats.insert(seat.state(), false)) {
      settlement.tell(seat);
    }
  }
}
