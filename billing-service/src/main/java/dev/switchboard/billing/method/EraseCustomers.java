package dev.switchboard.billing.method;

import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.ProviderRefusalException;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import dev.switchboard.platform.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The card of a closed account is forgotten, first at the provider, then here. Who dies in between
 * asks the provider again.
 */
@Component
class EraseCustomers {
  private static final Logger log = LoggerFactory.getLogger(EraseCustomers.class);
  private static final int STEP = 100;

  private final JdbcClient jdbc;
  private final PaymentProvider provider;
  private final TransactionOperations transaction;

  EraseCustomers(JdbcClient jdbc, PaymentProvider provider, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.provider = provider;
    this.transaction = transaction;
  }

  private record Customer(UUID accountId, String customer) {}

  /** What the provider does not take now is tried again the next time. */
  @Scheduled(
      fixedDelayString = "${switchboard.payments.forget-every}",
      initialDelayString = "${switchboard.payments.forget-every}")
  void eraseAll() {
    UUID after = new UUID(0, 0);
    List<Customer> some;
    do {
      some = ofClosedAccounts(after);
      for (Customer each : some) {
        if (!erase(each)) {
          return;
        }
        after = each.accountId();
      }
    } while (some.size() == STEP);
  }

  private List<Customer> ofClosedAccounts(UUID after) {
    return Tenancy.asSystem(() ->
        transaction.<List<Customer>>execute(status ->
            jdbc.sql(
                    """
                    select m.account_id, m.customer from payment_method m join billing_account a using (account_id)
                    where a.standing = 'CLOSED' and m.account_id > ? order by m.account_id limit ?
                    """)
                .params(after, STEP)
                .query((row, index) -> new Customer(row.getObject(1, UUID.class), row.getString(2)))
                .list()));
  }

  /** False when the provider is out of order: nobody can be erased there now. */
  private boolean erase(Customer customer) {
    try {
      provider.forget(customer.customer());
    } catch (ProviderUnavailableException e) {
      log.warn("the payment provider forgets nobody now", e);
      return false;
    } catch (ProviderRefusalException e) {
      log.error("the payment provider does not forget account {}", customer.accountId(), e);
      return true;
    }
    Tenancy.as(
        customer.accountId(),
        () ->
            transaction.executeWithoutResult(status ->
                jdbc.sql("delete from payment_method where account_id = ? and customer = ?")
                    .params(customer.accountId(), customer.customer())
                    .update()));
    log.info("The card of account {} is forgotten", customer.accountId());
    return true;
  }
}
