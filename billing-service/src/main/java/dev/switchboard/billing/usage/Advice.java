package dev.switchboard.billing.usage;

import dev.switchboard.billing.pricelist.Plan;

/**
 * A plan that would serve a user better (E9).
 *
 * @param averageMinutes a month, of those that speak for it
 * @param savingCents what is paid less each month for him and his numbers; negative: more
 */
public record Advice(Plan plan, Reason reason, long averageMinutes, long savingCents) {

  /** Why it would. */
  public enum Reason {
    /** He calls more than his plan includes, and another has unlimited minutes. */
    OVER_INCLUDED_MINUTES,
    /** He pays for unlimited minutes, and those that a cheaper plan includes are enough. */
    WELL_WITHIN_INCLUDED_MINUTES
  }
}
