package dev.switchboard.billing.statement;

import dev.switchboard.billing.pricelist.Plan;

/** What has a price. */
public sealed interface Thing {

  /** A slot on this plan. */
  record OfPlan(Plan plan) implements Thing {}

  /** A number that no plan includes. */
  record OfNumber() implements Thing {}
}
