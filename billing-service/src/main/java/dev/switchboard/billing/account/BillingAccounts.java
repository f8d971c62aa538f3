package dev.switchboard.billing.account;

import dev.switchboard.billing.account.wire.SlotsV1;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
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
    return saveWithNext(open, account, List.of("openSlots"), actor);
  }

  /**
   * The same, when something else has changed.
   *
   * @param changed the names of the properties of the event that are others than before
   */
  public OutgoingEvent saveWithNext(
      OpenSlots open, BillingAccount account, List<String> changed, Actor actor) {
    BillingAccount stored = accounts.save(account);
    return toEvent(stored, SlotsV1.of(stored, open, changed, actor));
  }

  /**
   * Notes when a locked account has ended, not earlier than what its statements have closed.
   *
   * @return when it has, for its history
   */
  public Instant close(BillingAccount account, Instant at) {
    return jdbc.sql(
            """
            update billing_account set closed_at = greatest(?, closed_until) where account_id = ? returning closed_at
            """)
        .params(at.atOffset(ZoneOffset.UTC), account.accountId())
        .query((row, index) -> time(row))
        .single();
  }

  /** When the account has ended; nothing for one that has not. */
  public Optional<Instant> closedAt(UUID accountId) {
    return jdbc.sql(
            "select closed_at from billing_account where account_id = ? and closed_at is not null")
        .param(accountId)
        .query((row, index) -> time(row))
        .optional();
  }

  /** Whether the last statement of an account that has ended is issued. */
  public boolean isSettled(UUID accountId) {
    return jdbc.sql("select closed_until > closed_at from billing_account where account_id = ?")
        .param(accountId)
        .query((row, index) -> row.getBoolean(1))
        .optional()
        .orElse(false);
  }

  private static Instant time(ResultSet row) throws SQLException {
    return Objects.requireNonNull(row.getObject(1, OffsetDateTime.class)).toInstant();
  }

  static OutgoingEvent toEvent(BillingAccount account, SlotsV1 told) {
    return new OutgoingEvent(
        TOPIC, account.accountId().toString(), "account.slots-changed", account.accountId(), told);
  }
}
