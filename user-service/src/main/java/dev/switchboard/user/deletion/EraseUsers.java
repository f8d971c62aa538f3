package dev.switchboard.user.deletion;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.Deletion;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** When a deletion can't be undone any more, the user is erased (D6). */
@Component
class EraseUsers {
  private static final Logger log = LoggerFactory.getLogger(EraseUsers.class);
  private static final int BATCH = 100;

  private final JdbcClient jdbc;
  private final Users users;
  private final EraseUser eraseUser;
  private final Clock clock;
  private final TransactionOperations transaction;

  EraseUsers(
      JdbcClient jdbc,
      Users users,
      EraseUser eraseUser,
      Clock clock,
      TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.users = users;
    this.eraseUser = eraseUser;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Several instances may do so at once: each user is locked, and looked at again. One who can't be
   * erased holds nobody else up and is tried again next time.
   */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void eraseDue() {
    UUID after = new UUID(0, 0);
    List<Due> due;
    do {
      due = dueAfter(after);
      for (Due user : due) {
        tryToErase(user);
        after = user.userId();
      }
    } while (due.size() == BATCH);
  }

  private record Due(UUID accountId, UUID userId) {}

  private List<Due> dueAfter(UUID userId) {
    return Tenancy.asSystem(() ->
        transaction.execute(status ->
            jdbc.sql(
                    """
                    select account_id, user_id from users
                    where state = 'DELETED' and erased_at is null and deletion_restorable_until <= ? and user_id > ?
                    order by user_id limit ?
                    """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), userId, BATCH)
                .query((row, index) ->
                    new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()));
  }

  private void tryToErase(Due due) {
    try {
      Tenancy.as(due.accountId(), () -> transaction.executeWithoutResult(status -> erase(due)));
    } catch (CannotCreateTransactionException down) {
      throw down; // nobody can be erased now
    } catch (RuntimeException e) {
      log.error("User {} can't be erased; the next run tries again", due.userId(), e);
    }
  }

  private void erase(Due due) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    users
        .lock(new AccountId(due.accountId()), new UserId(due.userId()))
        .filter(user -> isDue(user, now))
        .ifPresent(user -> eraseUser.erase(user, now));
  }

  private static boolean isDue(User user, Instant now) {
    Deletion deletion = user.deletion();
    return deletion != null && user.erasedAt() == null && !now.isBefore(deletion.restorableUntil());
  }
}
