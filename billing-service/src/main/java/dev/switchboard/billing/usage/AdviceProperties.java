package dev.switchboard.billing.usage;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When another plan is advised (E9).
 *
 * @param months how many complete months must speak for it, 1 or more
 * @param wellWithinPercent of the included minutes: who never needs more is well within them
 * @param minimumSavingCents a month; less is not worth a change to a plan with included minutes
 */
@ConfigurationProperties("switchboard.advice")
record AdviceProperties(int months, int wellWithinPercent, long minimumSavingCents) {

  AdviceProperties {
    if (months < 1 || wellWithinPercent < 0 || wellWithinPercent > 100) {
      throw new IllegalArgumentException(
          "switchboard.advice needs months of 1 or more and well-within-percent of 0 to 100");
    }
  }
}
