package dev.switchboard.billing.usage;

import dev.switchboard.billing.pricelist.Plan;
import java.util.List;

/**
 * What is known of how much a user calls.
 *
 * @param plan that he has, and had in all of these months
 * @param minutes of each of the last complete months; none when they are not all known
 */
record Habits(Plan plan, List<Long> minutes) {

  Habits {
    minutes = List.copyOf(minutes);
  }

  /** Whole minutes, rounded down. */
  long averageMinutes() {
    return minutes.stream().mapToLong(Long::longValue).sum() / minutes.size();
  }
}
