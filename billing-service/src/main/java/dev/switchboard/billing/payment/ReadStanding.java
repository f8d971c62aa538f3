package dev.switchboard.billing.payment;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.account.Credits;
import dev.switchboard.billing.method.PaymentMethod;
import dev.switchboard.billing.method.PaymentMethods;
import dev.switchboard.billing.pricelist.PriceLists;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** E7: whether the account pays, with which card, and what is open. */
@Component
public class ReadStanding {
  private final BillingAccounts accounts;
  private final Credits credits;
  private final PaymentMethods methods;
  private final Payments payments;
  private final PriceLists priceLists;

  ReadStanding(
      BillingAccounts accounts,
      Credits credits,
      PaymentMethods methods,
      Payments payments,
      PriceLists priceLists) {
    this.accounts = accounts;
    this.credits = credits;
    this.methods = methods;
    this.payments = payments;
    this.priceLists = priceLists;
  }

  /**
   * How it stands.
   *
   * @param currency ISO 4217
   * @param method null before a card was entered
   * @param unpaidCents of all statements
   * @param creditCents for the statements to come
   */
  public record View(
      String currency,
      BillingAccount.Standing standing,
      @Nullable PaymentMethod method,
      long unpaidCents,
      long creditCents) {}

  /**
   * How the caller's account stands.
   *
   * @throws ProblemException {@code resource.not-found} when it is not known here yet
   */
  @Transactional(readOnly = true)
  public View read(Caller caller) {
    BillingAccount account =
        accounts
            .find(caller.accountId())
            .orElseThrow(
                () -> new ProblemException(CommonError.NOT_FOUND, "The account is being set up."));
    return new View(
        priceLists.shownCurrency(),
        account.standing(),
        methods.find(caller.accountId()).orElse(null),
        payments.unpaidCents(caller.accountId()),
        credits.of(List.of(caller.accountId())).getOrDefault(caller.accountId(), 0L));
  }
}
