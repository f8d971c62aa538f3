package dev.switchboard.user.deletion;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.user.Deletion;
import dev.switchboard.user.user.Email;
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

/**
 * When a deletion can't be undone any more, name, address and mobile number, password and PIN are
 * overwritten or deleted. What the law needs, audit log and statements, knows people by id only.
 */
@Component
class EraseUsers {
  private static final Logger log = LoggerFactory.getLogger(EraseUsers.class);
  private static final int BATCH = 100;

  private final JdbcClient jdbc;
  private final Users users;
  private final AccountRepository accounts;
  private final Credentials credentials;
  private final RequestMail requestMail;
  private final Clock clock;
  private final TransactionOperations transaction;

  EraseUsers(
      JdbcClient jdbc,
      Users users,
      AccountRepository accounts,
      Credentials credentials,
      RequestMail requestMail,
      Clock clock,
      TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.users = users;
    this.accounts = accounts;
    this.credentials = credentials;
    this.requestMail = requestMail;
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
    AccountId accountId = new AccountId(due.accountId());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    users
        .lock(accountId, new UserId(due.userId()))
        .filter(user -> isDue(user, now))
        .ifPresent(user -> {
          Account account = accounts.findById(accountId).orElseThrow();
          users.save(user.erase(nobody(user, account), now));
          credentials.remove(due.accountId(), due.userId());
          requestMail.forget(user);
          log.info("User {} is erased", due.userId());
        });
  }

  private static boolean isDue(User user, Instant now) {
    Deletion deletion = user.deletion();
    return deletion != null && user.erasedAt() == null && !now.isBefore(deletion.restorableUntil());
  }

  /** The top-level domain invalid belongs to nobody (RFC 2606). */
  private static User.Profile nobody(User user, Account account) {
    return new User.Profile(
        "Deleted",
        "user",
        new Email(user.userId() + "@erased.invalid"),
        account.language(),
        account.timeZone());
  }
}
