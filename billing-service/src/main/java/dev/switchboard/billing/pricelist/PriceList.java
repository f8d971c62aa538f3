package dev.switchboard.billing.pricelist;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prices that apply from a day on; a later list never changes an earlier one (E1).
 *
 * @param version 1, 2, 3 … per currency
 * @param currency ISO 4217
 * @param additionalNumberCents monthly price of a number that no plan includes, in cents
 */
public record PriceList(
    long version,
    String currency,
    LocalDate effectiveFrom,
    List<PlanPrice> plans,
    long additionalNumberCents) {

  /**
   * One plan.
   *
   * @param monthlyPriceCents in cents
   * @param includedMinutes a month; null is unlimited
   * @param includedNumbers direct numbers at no further cost (E2)
   * @param features codes of what the plan has
   */
  public record PlanPrice(
      Plan code,
      long monthlyPriceCents,
      @Nullable Integer includedMinutes,
      int includedNumbers,
      List<String> features) {

    public PlanPrice {
      features = List.copyOf(features);
    }
  }

  public PriceList {
    plans = List.copyOf(plans);
    Set<Plan> priced = plans.stream().map(PlanPrice::code).collect(Collectors.toSet());
    if (version < 1 || additionalNumberCents < 0 || plans.size() != priced.size()) {
      throw new IllegalArgumentException("price list " + version + " is not valid");
    }
    if (!priced.containsAll(EnumSet.allOf(Plan.class))) {
      throw new IllegalArgumentException("price list " + version + " lacks the price of a plan");
    }
    if (plans.stream().anyMatch(plan -> plan.monthlyPriceCents() < 0)) {
      throw new IllegalArgumentException("price list " + version + " has a negative price");
    }
  }

  /** What a plan costs and includes. */
  public PlanPrice plan(Plan code) {
    return plans.stream()
        .filter(plan -> plan.code() == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no price of " + code));
  }
}
