package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.platform.event.IncomingEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * C2, C5: a seat for an invited user, decided on under the lock of the account's row, so that the
 * last open slot goes to one.
 */
@Component
public class GiveSeat {
  private final BillingAccounts accounts;
  private final Settlements settlements;
  private final ChooseSlot chooseSlot;
  private final WaitingRequests waiting;
  private final Clock clock;

  GiveSeat(
      BillingAccounts accounts,
      Settlements settlements,
      ChooseSlot chooseSlot,
      WaitingRequests waiting,
      Clock clock) {
    this.accounts = accounts;
    this.settlements = settlements;
    this.chooseSlot = chooseSlot;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** A user was invited. Whoever has a seat, or had one, gets no second. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    user.requiredSeatRequest();
    Optional<BillingAccount> account = accounts.lockKnownOrNot(user.accountId());
    if (account.isEmpty()) {
      waiting.keep(WaitingRequests.Kind.INVITED, user);
    } else {
      Settlement settlement = settlements.begin(account.get());
      give(settlement, user);
      settlements.finish(settlement, user.actor());
    }
  }

  /** Decides on one request; a request that has waited for its account comes in here. */
  void give(Settlement settlement, UserV1 user) {
    chooseSlot.choose(
        settlement, SeatRequest.first(user, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
