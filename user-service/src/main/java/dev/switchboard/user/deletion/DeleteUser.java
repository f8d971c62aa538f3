package dev.switchboard.user.deletion;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.directory.DirectoryRow;
import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.Admins;
import dev.switchboard.user.user.Deletions;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserError;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * D6: a user vanishes from the list, his sessions die and his plan is no longer charged; for a
 * while it can be undone.
 */
@Component
public class DeleteUser {
  private final Users users;
  private final Admins admins;
  private final Deletions deletions;
  private final UserList directory;

  DeleteUser(Users users, Admins admins, Deletions deletions, UserList directory) {
    this.users = users;
    this.admins = admins;
    this.deletions = deletions;
    this.directory = directory;
  }

  /**
   * What becomes of what he had.
   *
   * @param messagesTo who gets his messages, or null for the company inbox
   * @param numbersTo who gets his direct numbers, or null for the pool of unassigned ones
   * @param keepSlot whether the plan slot stays with the account, and is paid on
   */
  public record Command(
      UUID userId, @Nullable UUID messagesTo, @Nullable UUID numbersTo, boolean keepSlot) {}

  /**
   * Deletes.
   *
   * @return the id of the event
   * @throws ProblemException {@code user.self}; {@code resource.not-found}; {@code
   *     user.last-admin}; {@code request.invalid} for a receiver who is not there
   */
  @Transactional
  public UUID delete(Caller caller, Command command) {
    if (caller.userId().equals(command.userId())) {
      throw UserError.SELF.problem("Another admin can delete you.");
    }
    AccountId accountId = new AccountId(caller.accountId());
    admins.lock(accountId);
    User user =
        users
            .lock(accountId, new UserId(command.userId()))
            .filter(User::isLive)
            .orElseThrow(
                () -> new ProblemException(CommonError.NOT_FOUND, "There is no such user."));
    admins.requireAnother(user);
    DirectoryRow row = directory.find(accountId, command.userId()).orElseThrow();
    return users
        .save(
            user.delete(
                deletions.decide(
                    user,
                    plan(user, row),
                    receiver(user, command.messagesTo(), "/messagesTo"),
                    receiver(user, command.numbersTo(), "/numbersTo"),
                    command.keepSlot()),
                caller.actor()))
        .eventId();
  }

  /** Nobody who has joined is without a plan: after an undo billing tells it a moment later. */
  private static @Nullable Plan plan(User user, DirectoryRow row) {
    Plan told = row.plan();
    return told == null && user.state() != UserState.INVITED ? user.seatRequest().plan() : told;
  }

  private @Nullable UserId receiver(User user, @Nullable UUID wanted, String pointer) {
    if (wanted == null) {
      return null;
    }
    UserId receiver = new UserId(wanted);
    boolean isThere =
        !receiver.equals(user.userId())
            && users.find(user.accountId(), receiver).filter(User::isLive).isPresent();
    if (!isThere) {
      throw ProblemException.field(
          CommonError.INVALID, pointer, "Choose another user of the company.");
    }
    return receiver;
  }
}
