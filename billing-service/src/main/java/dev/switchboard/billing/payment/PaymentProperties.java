package dev.switchboard.billing.payment;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How payments are tried (E7).
 *
 * @param runEvery between two looks for payments that are due
 * @param tries how many, the first when the statement is issued and the last after {@code within}
 * @param within from the first try to the last
 * @param lease how long a payment belongs to an instance that tries it; longer than a try takes
 * @param askAgainAfter when the provider gave no answer
 * @param confirmWithin how long the owner of a card may take at his bank's page
 * @param atOnce how many payments an instance tries at once
 */
@ConfigurationProperties("switchboard.payments")
record PaymentProperties(
    Duration runEvery,
    int tries,
    Duration within,
    Duration lease,
    Duration askAgainAfter,
    Duration confirmWithin,
    int atOnce) {

  PaymentProperties {
    if (tries < 1 || atOnce < 1) {
      throw new IllegalArgumentException("switchboard.payments: tries and at-once are 1 or more");
    }
  }

  /**
   * When a statement is tried.
   *
   * @param number of the try, from 1
   */
  Instant tryAt(Instant issuedAt, int number) {
    return tries == 1
        ? issuedAt
        : issuedAt.plus(within.multipliedBy(number - 1).dividedBy(tries - 1));
  }

  /** When the last try is made, and the account is past due unless it succeeds. */
  Instant payBy(Instant issuedAt) {
    return tryAt(issuedAt, tries);
  }
}
