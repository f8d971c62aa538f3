package dev.switchboard.billing.account;

import dev.switchboard.billing.account.BillingAccount.Standing;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.outbox.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes whether accounts may buy more (E7), and tells it. */
@Component
public class Standings {
  private final BillingAccounts accounts;
  private final PlanSlotRepository slots;
  private final Outbox outbox;

  Standings(BillingAccounts accounts, PlanSlotRepository slots, Outbox outbox) {
    this.accounts = accounts;
    this.slots = slots;
    this.outbox = outbox;
  }

  /**
   * Gives a locked account this standing.
   *
   * @return whether it had another one; an account that has ended keeps its own
   */
  public boolean change(BillingAccount account, Standing standing) {
    if (account.standing() == standing || account.standing() == Standing.CLOSED) {
      return false;
    }
    outbox.add(
        accounts.saveWithNext(
            new OpenSlots(slots.findAllOpen(account.accountId())),
            account.withStanding(standing),
            List.of("standing"),
            Actor.system()));
    return true;
  }
}
