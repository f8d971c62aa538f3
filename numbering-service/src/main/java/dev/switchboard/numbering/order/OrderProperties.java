package dev.switchboard.numbering.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of reserving and ordering (F1).
 *
 * @param reservation how long a number is reserved
 * @param reservationsPerDay how many numbers an account may reserve on a day, UTC
 * @param ordersPerDay how many numbers an account may order on a day, UTC
 * @param lease for how long whoever asks the carrier has an order to himself; longer than its
 *     time-out
 * @param giveUpAfter for how long an order is tried while the carrier does not answer
 * @param cleanUpAfter when the carrier is asked to take back what an order that was given up may
 *     have got all the same, and how often until it answers
 */
@ConfigurationProperties("switchboard.orders")
record OrderProperties(
    Duration reservation,
    int reservationsPerDay,
    int ordersPerDay,
    Duration lease,
    Duration giveUpAfter,
    Duration cleanUpAfter) {

  OrderProperties {
    if (reservationsPerDay < 1
        || ordersPerDay < 1
        || !reservation.isPositive()
        || !lease.isPositive()
        || !giveUpAfter.isPositive()
        || !cleanUpAfter.isPositive()) {
      throw new IllegalArgumentException("switchboard.orders: all of it must be positive");
    }
  }
}
