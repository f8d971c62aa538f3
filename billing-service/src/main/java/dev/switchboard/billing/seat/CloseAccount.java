package dev.switchboard.billing.seat;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccount.Standing;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.account.wire.ErasedV1;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.billing.timeline.NumberTimeline;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A company has left for good. From that moment on it pays for nothing: its open slots are removed,
 * its numbers count no more, and the seats follow with its users, who left at the same moment. One
 * more statement settles what was paid in advance (ADR 28).
 */
@Component
public class CloseAccount {
  private final BillingAccounts accounts;
  private final PlanSlotRepository slots;
  private final DiscardSlots discardSlots;
  private final NumberTimeline numbers;
  private final Outbox outbox;

  CloseAccount(
      BillingAccounts accounts,
      PlanSlotRepository slots,
      DiscardSlots discardSlots,
      NumberTimeline numbers,
      Outbox outbox) {
    this.accounts = accounts;
    this.slots = slots;
    this.discardSlots = discardSlots;
    this.numbers = numbers;
    this.outbox = outbox;
  }

  /**
   * An account was erased. Twice is no error.
   *
   * @throws IllegalStateException when it is not known: its sign-up, which comes before, waits
   */
  public void on(IncomingEvent<ErasedV1> event) {
    ErasedV1.Erased erased = ErasedV1.checked(event);
    BillingAccount account =
        accounts
            .lock(erased.accountId())
            .orElseThrow(() ->
                new IllegalStateException(
                    "account " + erased.accountId() + " was erased, but its sign-up is not known"));
    if (account.standing() == Standing.CLOSED) {
      return;
    }
    Instant closedAt = accounts.close(account, erased.erasedAt().truncatedTo(ChronoUnit.MILLIS));
    List<PlanSlot> open = slots.findAllOpen(account.accountId());
    discardSlots.discard(account, open);
    numbers.endAll(account.accountId(), closedAt);
    outbox.add(
        accounts.saveWithNext(
            new OpenSlots(List.of()),
            account.close(),
            open.isEmpty() ? List.of("standing") : List.of("standing", "openSlots"),
            erased.actor()));
  }
}
