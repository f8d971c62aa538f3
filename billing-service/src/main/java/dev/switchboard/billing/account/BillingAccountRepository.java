package dev.switchboard.billing.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Accounts. */
interface BillingAccountRepository extends Repository<BillingAccount, UUID> {

  BillingAccount save(BillingAccount account);

  Optional<BillingAccount> findByAccountId(UUID accountId);

  @Query("select * from billing_account where account_id = :accountId for update")
  Optional<BillingAccount> lock(UUID accountId);
}
