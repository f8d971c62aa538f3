package dev.switchboard.user.erasure;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@code /actuator/accounterasure} on the management port: POST {@code {accountId, companyName,
 * limit}} closes an account for good and erases some of its users; repeated, some more. {@code GET
 * …/<account id>} tells how many are left.
 */
@Endpoint(id = "accounterasure")
@Component
class AccountErasureEndpoint {
  private static final int USUAL = 500;
  private static final int MOST = 10_000;

  private final CloseAccount closeAccount;
  private final EraseAccountUsers eraseAccountUsers;
  private final Erasures erasures;
  private final TransactionOperations transaction;

  AccountErasureEndpoint(
      CloseAccount closeAccount,
      EraseAccountUsers eraseAccountUsers,
      Erasures erasures,
      TransactionOperations transaction) {
    this.closeAccount = closeAccount;
    this.eraseAccountUsers = eraseAccountUsers;
    this.erasures = erasures;
    this.transaction = transaction;
  }

  /**
   * How far it is.
   *
   * @param erasedAt since when the account is closed
   * @param usersLeft how many are not erased yet; a job goes on with them each minute
   */
  record Progress(UUID accountId, Instant erasedAt, int usersLeft) {}

  @WriteOperation
  Progress erase(String accountId, String companyName, @Nullable Integer limit) {
    AccountId account = accountId(accountId);
    try {
      Erasures.Erasure erasure = closeAccount.close(account, companyName);
      int left =
          eraseAccountUsers.erase(erasure, limit == null ? USUAL : Math.clamp(limit, 1, MOST));
      return new Progress(account.value(), erasure.begunAt(), left);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  /** Nothing (404) for an account that is not being erased. */
  @ReadOperation
  @Nullable Progress progress(@Selector String accountId) {
    AccountId account = accountId(accountId);
    return Tenancy.as(account.value(), () -> transaction.execute(status -> erasures.find(account)))
        .map(erasure ->
            new Progress(
                account.value(), erasure.begunAt(), eraseAccountUsers.left(erasure.accountId())))
        .orElse(null);
  }

  private static AccountId accountId(String text) {
    try {
      return new AccountId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw refused("accountId is no UUID");
    }
  }

  private static InvalidEndpointRequestException refused(String why) {
    return new InvalidEndpointRequestException(why, why);
  }
}
