package dev.switchboard.user.erasure;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.deletion.EraseUser;
import dev.switchboard.user.user.Deletion;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Everybody of an erased account is deleted, past the rules about admins (A7), and erased at once:
 * nobody is left to undo it. Each user is a transaction of his own; who can't be erased is tried
 * again. Whoever was invited or restored by a request that was under way is found a moment later.
 */
@Component
class EraseAccountUsers {
  private static final Logger log = LoggerFactory.getLogger(EraseAccountUsers.class);
  private static final UserId FIRST = new UserId(new UUID(0, 0));
  private static final int BATCH = 100;

  /** No request that began before the account was closed is under way any more. */
  private static final Duration LATEST_REQUEST = Duration.ofHours(1);

  private final Erasures erasures;
  private final Users users;
  private final EraseUser eraseUser;
  private final Clock clock;
  private final TransactionOperations transaction;

  EraseAccountUsers(
      Erasures erasures,
      Users users,
      EraseUser eraseUser,
      Clock clock,
      TransactionOperations transaction) {
    this.erasures = erasures;
    this.users = users;
    this.eraseUser = eraseUser;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Goes on with what an operator has begun; several instances may do so at once. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void eraseAll() {
    List<Erasures.Erasure> unfinished =
        Tenancy.asSystem(
            () -> transaction.<List<Erasures.Erasure>>execute(status -> erasures.unfinished()));
    for (Erasures.Erasure erasure : unfinished) {
      int left = erase(erasure, Integer.MAX_VALUE);
      if (left == 0 && erasure.begunAt().plus(LATEST_REQUEST).isBefore(clock.instant())) {
        inTransaction(
            erasure.accountId(), () -> erasures.finish(erasure.accountId(), clock.instant()));
      }
    }
  }

  /**
   * Erases some users of the account.
   *
   * @param limit how many at most
   * @return how many are left
   */
  int erase(Erasures.Erasure erasure, int limit) {
    UserId after = FIRST;
    int looked = 0;
    List<UserId> some;
    do {
      some = someAfter(erasure.accountId(), after, Math.min(BATCH, limit - looked));
      for (UserId userId : some) {
        tryToErase(erasure, userId);
        after = userId;
      }
      looked += some.size();
    } while (!some.isEmpty() && looked < limit);
    return left(erasure.accountId());
  }

  /** How many of the account are not erased yet. */
  int left(AccountId accountId) {
    return Tenancy.as(
        accountId.value(),
        () -> transaction.<Integer>execute(status -> erasures.usersLeft(accountId)));
  }

  private List<UserId> someAfter(AccountId accountId, UserId after, int limit) {
    return Tenancy.as(
        accountId.value(),
        () ->
            transaction.<List<UserId>>execute(
                status -> erasures.usersAfter(accountId, after, limit)));
  }

  private void tryToErase(Erasures.Erasure erasure, UserId userId) {
    try {
      inTransaction(erasure.accountId(), () -> erase(erasure, userId));
    } catch (CannotCreateTransactionException down) {
      throw down; // nobody can be erased now
    } catch (RuntimeException e) {
      log.error("User {} can't be erased; the next run tries again", userId, e);
    }
  }

  private void erase(Erasures.Erasure erasure, UserId userId) {
    users
        .lock(erasure.accountId(), userId)
        .filter(user -> user.erasedAt() == null)
        .ifPresent(user ->
            eraseUser.erase(
                user.isLive() ? delete(user, erasure.begunAt()) : user,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  /** As if he had left when the account did, so that billing counts no day more. */
  private User delete(User user, Instant closedAt) {
    Deletion decision = new Deletion(closedAt, closedAt, user.state(), null, null, null, false);
    return users.save(user.delete(decision, Actor.system())).user();
  }

  private void inTransaction(AccountId accountId, Runnable work) {
    Tenancy.as(accountId.value(), () -> transaction.executeWithoutResult(status -> work.run()));
  }
}
