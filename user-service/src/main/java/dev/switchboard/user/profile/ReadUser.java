package dev.switchboard.user.profile;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.directory.DirectoryRow;
import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** D1, G1: reads one user with all that can be edited. */
@Component
public class ReadUser {
  private final Users users;
  private final UserList directory;
  private final VoicemailPins pins;

  ReadUser(Users users, UserList directory, VoicemailPins pins) {
    this.users = users;
    this.directory = directory;
    this.pins = pins;
  }

  /** One user with what the list does not show of him. */
  public record Details(DirectoryRow row, User user, boolean isVoicemailPinSet) {}

  /**
   * Reads from one snapshot: an ETag of a newer version than the rest would let a change that
   * nobody has seen be overwritten.
   *
   * @throws ProblemException {@code auth.forbidden} for another one, unless the caller is an admin;
   *     {@code resource.not-found}
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Details read(Caller caller, UUID userId) {
    requireReach(caller, userId);
    return details(caller.accountId(), userId);
  }

  /** The same within the transaction of somebody who has locked the user. */
  Details details(UUID accountId, UUID userId) {
    AccountId account = new AccountId(accountId);
    DirectoryRow row = directory.find(account, userId).orElseThrow(ReadUser::noSuchUser);
    User user = users.find(account, new UserId(userId)).orElseThrow(ReadUser::noSuchUser);
    return new Details(row, user, pins.isSet(accountId, userId));
  }

  static void requireReach(Caller caller, UUID userId) {
    if (!caller.mayReach(userId)) {
      throw new ProblemException(CommonError.FORBIDDEN, "This is for admins of the account.");
    }
  }

  static ProblemException noSuchUser() {
    return new ProblemException(CommonError.NOT_FOUND, "There is no such user.");
  }
}
