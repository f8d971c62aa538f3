package dev.switchboard.numbering.price.wire;

import java.time.LocalDate;
import java.util.List;

/** What this service reads of {@code price-list.published}. */
public record PriceListV1(
    long version,
    String currency,
    LocalDate effectiveFrom,
    List<PlanV1> plans,
    long additionalNumberCents) {

  /** One plan, and how many direct numbers it includes. */
  public record PlanV1(String code, int includedNumbers) {}
}
