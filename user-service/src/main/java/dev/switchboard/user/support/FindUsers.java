package dev.switchboard.user.support;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.directory.SortOrder;
import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.directory.UserQuery;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** I1: support looks for a user of an account, to make him its admin. */
@Component
public class FindUsers {
  private final AccountRepository accounts;
  private final UserList users;

  FindUsers(AccountRepository accounts, UserList users) {
    this.accounts = accounts;
    this.users = users;
  }

  /**
   * A page of the account's people.
   *
   * @throws ProblemException {@code resource.not-found}
   */
  public UserList.Result find(
      AccountId accountId, String search, int limit, @Nullable String cursor) {
    return Tenancy.as(
        accountId.value(),
        () -> {
          if (accounts.findById(accountId).isEmpty()) {
            throw new ProblemException(CommonError.NOT_FOUND, "There is no such account.");
          }
          return users.read(
              accountId,
              new UserQuery(
                  Set.of(), search, Set.of(), Set.of(), false, SortOrder.BY_NAME, limit, cursor));
        });
  }
}
