package dev.switchboard.billing.account;

import dev.switchboard.billing.account.wire.SlotsV1;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores accounts, and tells their open slots when these have changed. */
@Component
public class BillingAccounts {
  private static final String TOPIC = "billing.accounts.v1";

  private final BillingAccountRepository accounts;
  private final PlanSlotRepository slots;
  private final JdbcClient jdbc;
  private final Outbox outbox;

  BillingAccounts(
      BillingAccountRepository accounts, PlanSlotRepository slots, JdbcClient jdbc, Outbox outbox) {
    this.accounts = accounts;
    this.slots = slots;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** The account, locked until the transaction ends; nothing when it is not known yet. */
  public Optional<BillingAccount> lock(UUID accountId) {
    return accounts.lock(accountId);
  }

  /**
   * Keeps others from making the account, or from finding it missing, until the transaction ends.
   */
  public void lockBeforeItIsKnown(UUID accountId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(accountId.toString())
        .query((row, index) -> accountId)
        .single();
  }

  /** Stores a new account, whose slots are stored already, and tells the open ones. */
  public BillingAccount open(UUID accountId, String timeZone, Instant signedUpAt, Actor actor) {
    return tellOpenSlots(BillingAccount.open(accountId, timeZone, signedUpAt), actor);
  }

  /** The open slots of the account have changed: gives the list the next version and tells it. */
  public BillingAccount tellOpenSlots(BillingAccount account, Actor actor) {
    BillingAccount stored = accounts.save(account);
    List<SlotsV1.OpenSlotV1> open =
        slots.findAllOpen(account.accountId()).stream().map(SlotsV1.OpenSlotV1::of).toList();
    outbox.add(
        new OutgoingEvent(
            TOPIC,
            account.accountId().toString(),
            "account.slots-changed",
            account.accountId(),
            new SlotsV1(
                account.accountId(),
                stored.version(),
                List.of("openSlots"),
                actor,
                account.standing().name(),
                open)));
    return stored;
  }
}
