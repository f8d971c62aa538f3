package dev.switchboard.numbering.number;

import dev.switchboard.numbering.number.wire.ErasedV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A company has left for good: its numbers go to quarantine, those of its users as soon as they are
 * erased, and whatever comes free later, such as a number whose order was under way, within a
 * minute.
 */
@Component
public class CloseAccount {
  private final JdbcClient jdbc;
  private final RestNumbers restNumbers;
  private final TransactionOperations transaction;

  CloseAccount(JdbcClient jdbc, RestNumbers restNumbers, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.restNumbers = restNumbers;
    this.transaction = transaction;
  }

  /** An account was erased. Twice is no error. */
  public void on(IncomingEvent<ErasedV1> event) {
    ErasedV1.Erased erased = ErasedV1.checked(event);
    jdbc.sql(
            "insert into closed_account (account_id, closed_at) values (?, ?) on conflict do nothing")
        .params(erased.accountId(), erased.erasedAt().atOffset(ZoneOffset.UTC))
        .update();
    restNumbers.ofClosed(new AccountId(erased.accountId()), erased.actor());
  }

  /** What has come free in accounts that were closed before. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  public void sweep() {
    List<AccountId> accounts =
        Tenancy.asSystem(() ->
            transaction.<List<AccountId>>execute(status ->
                jdbc.sql(
                        """
                        select distinct account_id from closed_account join phone_number using (account_id)
                        where state = 'UNASSIGNED' or use = 'COMPANY_MAIN'
                        """)
                    .query((row, index) -> new AccountId(row.getObject(1, UUID.class)))
                    .list()));
    accounts.forEach(account ->
        Tenancy.as(
            account.value(),
            () ->
                transaction.executeWithoutResult(
                    status -> restNumbers.ofClosed(account, Actor.system()))));
  }
}
