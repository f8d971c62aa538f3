package dev.switchboard.user.user;

import dev.switchboard.user.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Users; each look takes the account. */
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
}
