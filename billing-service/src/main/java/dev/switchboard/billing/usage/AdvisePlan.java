package dev.switchboard.billing.usage;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.pricelist.PriceList.PlanPrice;
import dev.switchboard.billing.usage.Advice.Reason;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * E9: which plan would serve a user better. Pure.
 *
 * <ul>
 *   <li>Above the included minutes in each month: the cheapest plan with unlimited ones.
 *   <li>With unlimited minutes, and in each month well within those that another plan includes:
 *       that one, when it saves enough.
 * </ul>
 *
 * No plan is advised that lacks a feature of the present one, such as video with HIPAA: minutes
 * can't tell whether it is needed.
 */
final class AdvisePlan {
  private static final int PERCENT = 100;

  private final PriceList prices;
  private final AdviceProperties rules;

  AdvisePlan(PriceList prices, AdviceProperties rules) {
    this.prices = prices;
    this.rules = rules;
  }

  /** Whether the minutes speak for another plan, whatever it costs. */
  boolean isCandidate(Habits habits) {
    return !candidates(habits).isEmpty();
  }

  /**
   * The advice, if there is any.
   *
   * @param saving what is paid less each month on a plan, in cents; negative: more
   */
  Optional<Advice> advise(Habits habits, ToLongFunction<Plan> saving) {
    Reason reason =
        prices.plan(habits.plan()).includedMinutes() == null
            ? Reason.WELL_WITHIN_INCLUDED_MINUTES
            : Reason.OVER_INCLUDED_MINUTES;
    return candidates(habits).stream()
        .map(plan -> new Advice(plan, reason, habits.averageMinutes(), saving.applyAsLong(plan)))
        .filter(advice ->
            reason == Reason.OVER_INCLUDED_MINUTES
                || advice.savingCents() >= rules.minimumSavingCents())
        .max(
            Comparator.comparingLong(Advice::savingCents)
                .thenComparing(Advice::plan, Comparator.reverseOrder()));
  }

  private List<Plan> candidates(Habits habits) {
    if (habits.minutes().size() < rules.months()) {
      return List.of();
    }
    PlanPrice present = prices.plan(habits.plan());
    return prices.plans().stream()
        .filter(plan -> new HashSet<>(plan.features()).containsAll(present.features()))
        .filter(plan -> servesBetter(plan, present, habits.minutes()))
        .map(PlanPrice::code)
        .toList();
  }

  private boolean servesBetter(PlanPrice plan, PlanPrice present, List<Long> minutes) {
    Integer included = present.includedMinutes();
    Integer offered = plan.includedMinutes();
    if (included == null) {
      return offered != null && minutes.stream().allMatch(each -> isWellWithin(each, offered));
    }
    return offered == null && minutes.stream().allMatch(each -> each > included);
  }

  private boolean isWellWithin(long minutes, int included) {
    return minutes * PERCENT <= (long) included * rules.wellWithinPercent();
  }
}
