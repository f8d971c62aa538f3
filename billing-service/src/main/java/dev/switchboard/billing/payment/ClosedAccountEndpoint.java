package dev.switchboard.billing.payment;

import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.account.Credits;
import dev.switchboard.billing.method.PaymentMethods;
import dev.switchboard.billing.pricelist.PriceLists;
import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@code GET /actuator/closedaccounts/<account id>} on the management port: what the operator and a
 * company that has left still owe each other.
 */
@Endpoint(id = "closedaccounts")
@Component
class ClosedAccountEndpoint {
  private final BillingAccounts accounts;
  private final Payments payments;
  private final Credits credits;
  private final PaymentMethods methods;
  private final PriceLists priceLists;
  private final TransactionOperations transaction;

  ClosedAccountEndpoint(
      BillingAccounts accounts,
      Payments payments,
      Credits credits,
      PaymentMethods methods,
      PriceLists priceLists,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.payments = payments;
    this.credits = credits;
    this.methods = methods;
    this.priceLists = priceLists;
    this.transaction = transaction;
  }

  /**
   * How it stands.
   *
   * @param closedAt from then on nothing is charged
   * @param isSettled whether the last statement is issued; before that the sums may change
   * @param currency ISO 4217
   * @param unpaidCents what the company owes
   * @param creditCents what the company is owed
   * @param hasCard whether its card is still to be forgotten
   */
  record ClosedAccount(
      UUID accountId,
      Instant closedAt,
      boolean isSettled,
      String currency,
      long unpaidCents,
      long creditCents,
      boolean hasCard) {}

  /** Nothing (404) for an account that is not closed. */
  @ReadOperation
  @Nullable ClosedAccount read(@Selector String accountId) {
    UUID id;
    try {
      id = UUID.fromString(accountId);
    } catch (IllegalArgumentException e) {
      throw new InvalidEndpointRequestException(
          "the account id is no UUID", String.valueOf(e.getMessage()));
    }
    return Tenancy.as(id, () -> transaction.execute(status -> read(id))).orElse(null);
  }

  private Optional<ClosedAccount> read(UUID accountId) {
    return accounts
        .closedAt(accountId)
        .map(closedAt ->
            new ClosedAccount(
                accountId,
                closedAt,
                accounts.isSettled(accountId),
                priceLists.shownCurrency(),
                payments.unpaidCents(accountId),
                credits.of(List.of(accountId)).getOrDefault(accountId, 0L),
                methods.find(accountId).isPresent()));
  }
}
