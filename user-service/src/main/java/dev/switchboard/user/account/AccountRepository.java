package dev.switchboard.user.account;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Accounts. */
public interface AccountRepository extends Repository<Account, AccountId> {

  /** Inserts a new account (version 0) or updates the version that was read. */
  Account save(Account account);

  /** The account, when the transaction may see it. */
  Optional<Account> findById(AccountId id);

  /** The same, locked until the transaction ends; before any of its users. */
  @Query("select * from account where account_id = :id for update")
  Optional<Account> lock(AccountId id);

  /** Stores how admins sign in; the version that events tell of stays. */
  @Modifying
  @Query(
      """
      update account set two_step_required_for_admins = :required, security_version = :securityVersion
      where account_id = :id
      """)
  void saveSecurity(AccountId id, boolean required, long securityVersion);
}
