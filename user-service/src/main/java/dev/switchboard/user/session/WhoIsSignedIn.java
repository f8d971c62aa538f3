package dev.switchboard.user.session;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the user and the company of a session. */
@Component
public class WhoIsSignedIn {
  private final Users users;
  private final AccountRepository accounts;
  private final SecondStep secondStep;

  WhoIsSignedIn(Users users, AccountRepository accounts, SecondStep secondStep) {
    this.users = users;
    this.accounts = accounts;
    this.secondStep = secondStep;
  }

  /** A user with his company, and how he signs in. */
  public record SignedIn(User user, Account account, SecondStep.State twoStep) {}

  /**
   * Reads both.
   *
   * @throws ProblemException {@code auth.required} when they are gone
   */
  @Transactional(readOnly = true)
  public SignedIn read(UUID accountId, UUID userId) {
    AccountId id = new AccountId(accountId);
    return users
        .find(id, new UserId(userId))
        .flatMap(user ->
            accounts
                .findById(id)
                .map(account -> new SignedIn(user, account, secondStep.of(accountId, userId))))
        .orElseThrow(() -> new ProblemException(CommonError.AUTH_REQUIRED, "Sign in again."));
  }
}
