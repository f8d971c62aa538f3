package dev.switchboard.user.plan.wire;

import dev.switchboard.user.plan.Plan;
import java.time.LocalDate;
import java.util.List;

/** What this service reads of {@code price-list.published}. */
public record PriceListV1(
    long version, String currency, LocalDate effectiveFrom, List<PlanPrice> plans) {

  /** The monthly price of one plan in cents. */
  public record PlanPrice(Plan code, long monthlyPriceCents) {}
}
