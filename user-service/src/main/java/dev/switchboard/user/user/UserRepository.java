package dev.switchboard.user.user;

import dev.switchboard.user.account.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Users; each look takes the account, but for those of the operator. */
interface UserRepository extends Repository<User, UserId> {

  User save(User user);

  Optional<User> findByAccountIdAndUserId(AccountId accountId, UserId userId);

  @Query("select * from users where account_id = :accountId and user_id = :userId for update")
  Optional<User> lock(AccountId accountId, UserId userId);

  @Query(
      "select count(*) from users where account_id = :accountId and role = 'ADMIN' and state = 'ACTIVE'")
  long countActiveAdmins(AccountId accountId);

  @Query(
      """
      select user_id from users
      where account_id = :accountId and email = :email and state = 'DELETED' and erased_at is null
      """)
  Optional<UserId> findDeleted(AccountId accountId, Email email);

  @Query(
      """
      select * from users
      where account_id = :accountId and role = 'ADMIN' and state in ('ACTIVE', 'SUSPENDED')
      order by user_id
      """)
  List<User> findAdmins(AccountId accountId);

  @Query(
      """
      select count(*) from users
      where account_id = :accountId and state in ('INVITED', 'ACTIVE', 'SUSPENDED')
      """)
  int countLive(AccountId accountId);

  /** Of all accounts, for the operator. */
  @Query("select user_id from users where user_id > :after order by user_id limit :limit")
  List<UUID> findIdsAfter(UUID after, int limit);

  /** Of any account, for the operator; locked until the transaction ends. */
  @Query("select * from users where user_id = :userId for update")
  Optional<User> lockAnywhere(UUID userId);
}
