package dev.switchboard.user.erasure;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.account.AccountTopic;
import dev.switchboard.user.support.SearchTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An account ends for good: its name is overwritten, and the other services hear of it. From then
 * on whoever is found in it is erased ({@link EraseAccountUsers}).
 */
@Component
class CloseAccount {
  private static final Logger log = LoggerFactory.getLogger(CloseAccount.class);

  private final AccountRepository accounts;
  private final Erasures erasures;
  private final SearchTerms searchTerms;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionOperations transaction;

  CloseAccount(
      AccountRepository accounts,
      Erasures erasures,
      SearchTerms searchTerms,
      AuditTrail auditTrail,
      Outbox outbox,
      Clock clock,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.erasures = erasures;
    this.searchTerms = searchTerms;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Closes the account, once; it can't be undone.
   *
   * @param companyName as the account is called, so that nobody erases another one by a wrong id;
   *     not looked at when the account is closed already
   * @throws IllegalArgumentException when there is no such account, or it is called otherwise
   */
  Erasures.Erasure close(AccountId accountId, String companyName) {
    return Tenancy.as(
        accountId.value(),
        () ->
            Objects.requireNonNull(
                transaction.execute(status -> closeLocked(accountId, companyName))));
  }

  private Erasures.Erasure closeLocked(AccountId accountId, String companyName) {
    Account account =
        accounts
            .lock(accountId)
            .orElseThrow(() -> new IllegalArgumentException("there is no account " + accountId));
    if (account.state() == Account.State.CLOSED) {
      return erasures.find(accountId).orElseThrow();
    }
    if (!account.companyName().equals(companyName)) {
      throw new IllegalArgumentException(
          "account " + accountId + " has another company name than the one that was given");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Account closed = accounts.save(account.erase());
    erasures.begin(accountId, now);
    searchTerms.forgetName(accountId);
    outbox.add(toEvent(closed, now, List.of("companyName", "state", "erasedAt")));
    auditTrail.record(
        new AuditEntry(
            accountId.value(),
            Actor.system(),
            "account.erased",
            "ACCOUNT",
            accountId.toString(),
            Map.of()));
    log.info("Account {} is closed for good", accountId);
    return new Erasures.Erasure(accountId, now, false);
  }

  static OutgoingEvent toEvent(Account closed, Instant erasedAt, List<String> changed) {
    return new OutgoingEvent(
        AccountTopic.NAME,
        closed.accountId().toString(),
        "account.erased",
        closed.accountId().value(),
        AccountErasedV1.of(closed, erasedAt, changed));
  }
}
