package dev.switchboard.billing.statement;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All price lists of one currency (E1).
 *
 * @param lists in any order; not empty
 */
public record PriceBook(List<PriceList> lists) {

  public PriceBook {
    lists = lists.stream().sorted(Comparator.comparingLong(PriceList::version)).toList();
    if (lists.isEmpty() || lists.stream().map(PriceList::currency).distinct().count() != 1) {
      throw new IllegalArgumentException("a price book has lists of one currency");
    }
  }

  /** ISO 4217. */
  public String currency() {
    return lists.getFirst().currency();
  }

  /** The list that applies on a day; before the first one has begun, the first. */
  public PriceList on(LocalDate day) {
    return lists.stream()
        .filter(list -> !list.effectiveFrom().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElse(lists.getFirst());
  }

  /** Direct numbers that the plan includes on a day (E2). */
  int includedNumbers(Plan plan, LocalDate day) {
    return on(day).plan(plan).includedNumbers();
  }

  /** What a thing costs a month on a day, in cents. */
  long monthlyCents(Thing thing, LocalDate day) {
    return switch (thing) {
      case Thing.OfPlan(Plan plan) -> on(day).plan(plan).monthlyPriceCents();
      case Thing.OfNumber _ -> on(day).additionalNumberCents();
    };
  }
}
