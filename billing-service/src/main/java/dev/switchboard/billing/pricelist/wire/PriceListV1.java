package dev.switchboard.billing.pricelist.wire;

import dev.switchboard.billing.pricelist.PriceList;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** contracts/events/price-list.published. */
public record PriceListV1(
    long version,
    String currency,
    LocalDate effectiveFrom,
    List<PlanPriceV1> plans,
    long additionalNumberCents) {

  /** One plan; {@code includedMinutes} null is unlimited. */
  public record PlanPriceV1(
      String code,
      long monthlyPriceCents,
      @Nullable Integer includedMinutes,
      int includedNumbers,
      List<String> features) {}

  /** The list as it goes over the topic. */
  public static PriceListV1 of(PriceList list) {
    return new PriceListV1(
        list.version(),
        list.currency(),
        list.effectiveFrom(),
        list.plans().stream()
            .map(plan ->
                new PlanPriceV1(
                    plan.code().name(),
                    plan.monthlyPriceCents(),
                    plan.includedMinutes(),
                    plan.includedNumbers(),
                    plan.features()))
            .toList(),
        list.additionalNumberCents());
  }
}
