package dev.switchboard.user.testing;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.Change;
import dev.switchboard.user.user.Deletion;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionOperations;

/** Stores changes of users with their events, so that features can be seen to react to them. */
@TestComponent
public final class UserChanges {
  private static final Actor SYSTEM = Actor.system();

  private final Users users;
  private final TransactionOperations transaction;

  UserChanges(Users users, TransactionOperations transaction) {
    this.users = users;
    this.transaction = transaction;
  }

  public void suspend(UUID accountId, UUID userId) {
    change(
        accountId,
        userId,
        user -> with(user, UserState.SUSPENDED, null, null),
        new UserEvent.Suspended(SYSTEM, List.of("state")));
  }

  public void reactivate(UUID accountId, UUID userId) {
    change(
        accountId,
        userId,
        user -> with(user, UserState.ACTIVE, null, null),
        new UserEvent.Reactivated(SYSTEM, List.of("state")));
  }

  public void delete(UUID accountId, UUID userId) {
    change(
        accountId,
        userId,
        user -> with(user, UserState.DELETED, deletion(), null),
        new UserEvent.Deleted(SYSTEM, List.of("state", "deletion")));
  }

  /** Of a deleted user. */
  public void erase(UUID accountId, UUID userId) {
    change(
        accountId,
        userId,
        user -> with(user, UserState.DELETED, user.deletion(), Instant.EPOCH),
        new UserEvent.Erased(SYSTEM, List.of("erasedAt")));
  }

  /** Tells that these properties are others now. */
  public void tellChanged(UUID accountId, UUID userId, String... properties) {
    change(accountId, userId, user -> user, new UserEvent.Changed(SYSTEM, List.of(properties)));
  }

  private void change(
      UUID accountId, UUID userId, UnaryOperator<User> transition, UserEvent event) {
    Tenancy.as(
        accountId,
        () ->
            transaction.executeWithoutResult(status -> {
              User user = users.lock(new AccountId(accountId), new UserId(userId)).orElseThrow();
              users.save(new Change<>(transition.apply(user), event));
            }));
  }

  private static Deletion deletion() {
    return new Deletion(Instant.EPOCH, Instant.EPOCH, UserState.ACTIVE, null, null, null, false);
  }

  private static User with(
      User user, UserState state, @Nullable Deletion deletion, @Nullable Instant erasedAt) {
    return new User(
        user.userId(),
        user.accountId(),
        user.firstName(),
        user.lastName(),
        user.email(),
        user.role(),
        state,
        user.language(),
        user.timeZone(),
        user.seatRequest(),
        user.invitedBy(),
        user.withdrawnReason(),
        user.mobile(),
        deletion,
        erasedAt,
        user.createdAt(),
        user.version());
  }
}
