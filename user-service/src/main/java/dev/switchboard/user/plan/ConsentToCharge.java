package dev.switchboard.user.plan;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.Account;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** C2: nothing is bought that the admin has not said yes to. */
@Component
public class ConsentToCharge {
  private final OpenSlots openSlots;
  private final Prices prices;
  private final Clock clock;

  ConsentToCharge(OpenSlots openSlots, Prices prices, Clock clock) {
    this.openSlots = openSlots;
    this.prices = prices;
    this.clock = clock;
  }

  /**
   * Goes on when one more slot of the plan may be bought.
   *
   * @param accepted whether the admin has agreed to the charge
   * @throws ProblemException {@code user.charge-not-accepted} with the quote; {@code
   *     account.past-due}
   */
  public void require(Account account, Plan plan, boolean accepted) {
    if (!accepted) {
      Quote quote =
          prices.quoteForOneMore(
              plan, LocalDate.ofInstant(clock.instant(), ZoneId.of(account.timeZone())));
      throw new ProblemException(
              PlanError.CHARGE_NOT_ACCEPTED,
              "No slot of this plan is open. Accept the charge to add one.")
          .with("quote", quote);
    }
    if (!openSlots.mayBuy(account.accountId())) {
      throw new ProblemException(
          PlanError.ACCOUNT_PAST_DUE, "New slots can be bought again when the statement is paid.");
    }
  }
}
