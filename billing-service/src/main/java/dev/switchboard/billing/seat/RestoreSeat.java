package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.platform.event.IncomingEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * D6: a deletion was undone. The user gets back the slot that his deletion had removed, else one as
 * an invited user does, by what user-service has claimed or the admin has agreed to.
 */
@Component
public class RestoreSeat {
  private final BillingAccounts accounts;
  private final Settlements settlements;
  private final SeatRepository seats;
  private final ChooseSlot chooseSlot;
  private final WaitingRequests waiting;
  private final Clock clock;

  RestoreSeat(
      BillingAccounts accounts,
      Settlements settlements,
      SeatRepository seats,
      ChooseSlot chooseSlot,
      WaitingRequests waiting,
      Clock clock) {
    this.accounts = accounts;
    this.settlements = settlements;
    this.seats = seats;
    this.chooseSlot = chooseSlot;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Twice is no error; before the invitation it is one. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    user.requiredSeatRequest();
    Optional<BillingAccount> account = accounts.lockKnownOrNot(user.accountId());
    if (account.isEmpty()) {
      waiting.keep(WaitingRequests.Kind.RESTORED, user);
    } else {
      Settlement settlement = settlements.begin(account.get());
      restore(settlement, user, event.time().truncatedTo(ChronoUnit.MILLIS));
      settlements.finish(settlement, user.actor());
    }
  }

  /** Decides on the seat; a restoration that has waited for its account comes in here. */
  void restore(Settlement settlement, UserV1 user, Instant undoneAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Seat> seat = seats.find(user.accountId(), user.userId());
    if (seat.isEmpty()) {
      chooseSlot.choose(settlement, SeatRequest.first(user, now));
    } else if (seat.get().userVersion() >= user.version()) {
      return; // late
    } else if (seat.get().state() == Seat.State.OCCUPIED) {
      seats.noteUserVersion(user.accountId(), user.userId(), user.version());
    } else {
      chooseSlot.choose(settlement, SeatRequest.again(user, seat.get(), now, undoneAt));
    }
  }
}
