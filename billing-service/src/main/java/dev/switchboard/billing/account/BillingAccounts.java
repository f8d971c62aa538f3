package dev.switchboard.billing.account;

import dev.switchboard.billing.account.wire.SlotsV1;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores accounts, and gives each list of their open slots its version. */
@Component
public class BillingAccounts {
  static final String TOPIC = "billing.accounts.v1";

  private final BillingAccountRepository accounts;
  private final JdbcClient jdbc;

  BillingAccounts(BillingAccountRepository accounts, JdbcClient jdbc) {
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  /** The account as it is; nothing when it is not known yet. */
  public Optional<BillingAccount> find(UUID accountId) {
    return accounts.findByAccountId(accountId);
  }

  /** The account, locked until the transaction ends; nothing when it is not known yet. */
  public Optional<BillingAccount> lock(UUID accountId) {
    return accounts.lock(accountId);
  }

  /**
   * The account, locked; when it is not known, nobody else makes it before the transaction ends.
   */
  public Optional<BillingAccount> lockKnownOrNot(UUID accountId) {
    return lock(accountId)
        .or(() -> {
          lockBeforeItIsKnown(accountId);
          return lock(accountId);
        });
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

  /**
   * Stores the account, new or not, with the next version of its list of open slots; the event to
   * be told of it. Once per transaction.
   */
  public OutgoingEvent saveWithNext(OpenSlots open, BillingAccount account, Actor actor) {
    return saveWithNext(open, account, "openSlots", actor);
  }

  OutgoingEvent saveWithNext(OpenSlots open, BillingAccount account, String changed, Actor actor) {
    BillingAccount stored = accounts.save(account);
    return toEvent(stored, SlotsV1.of(stored, open, List.of(changed), actor));
  }

  static OutgoingEvent toEvent(BillingAccount account, SlotsV1 told) {
    return new OutgoingEvent(
        TOPIC, account.accountId().toString(), "account.slots-changed", account.accountId(), told);
  }
}
