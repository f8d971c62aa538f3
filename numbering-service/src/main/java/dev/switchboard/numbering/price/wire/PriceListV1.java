package dev.switchboard.numbering.price.wire;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
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

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing
   */
  public static PriceListV1 checked(IncomingEvent<PriceListV1> event) {
    PriceListV1 list = event.data();
    if (list.currency == null
        || list.effectiveFrom == null
        || list.plans == null
        || list.version < 1
        || list.plans.stream().anyMatch(plan -> plan == null || plan.code == null)) {
      throw new BrokenEventException(
          event.type() + " without version, currency, effectiveFrom or plans");
    }
    return list;
  }
}
