package dev.switchboard.billing.seat;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How many invitations are decided per second; prints figures and judges nothing, so the build does
 * not run it. Run it with {@code -Dtest=SeatSpeedMeasurement}. The test database does not fsync.
 */
class SeatSpeedMeasurement extends BillingTest {
  private static final Logger log = LoggerFactory.getLogger(SeatSpeedMeasurement.class);
  private static final int INVITATIONS = 2_000;
  private static final int ACCOUNTS = 50;
  private static final int OPEN_SLOTS = 30; // of 40 invitations per account 30 fill and 10 buy
  private static final String BINDING = "users-in-0";

  @Autowired private BindingsLifecycleController bindings;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @Test
  void stream() throws InterruptedException {
    for (int round = 1; round <= 3; round++) {
      List<Account> accounts = new ArrayList<>();
      for (int i = 0; i < ACCOUNTS; i++) {
        accounts.add(signUp(OPEN_SLOTS, "BASIC"));
      }
      bindings.changeState(BINDING, State.STOPPED);
      long before = seats();
      try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
        for (int i = 0; i < INVITATIONS; i++) {
          Account account = accounts.get(i % ACCOUNTS);
          senders.execute(() -> invite(account, Ids.next(), "BASIC", null, true));
        }
      }
      bindings.changeState(BINDING, State.STARTED);
      while (seats() < before + INVITATIONS / 20) {
        Thread.sleep(Duration.ofMillis(20)); // joining the group is not what is measured
      }
      long first = seats();
      long start = System.nanoTime();
      while (seats() < before + INVITATIONS) {
        Thread.sleep(Duration.ofMillis(20));
      }
      long end = System.nanoTime();
      log.info(
          "Round {}: {} user.invited per second over {} accounts",
          round,
          Math.round((before + INVITATIONS - first) * 1e9 / (end - start)),
          ACCOUNTS);
    }
  }

  /** Over the service's own pool: a connection per look would cost more than what is measured. */
  private long seats() {
    Long count =
        Tenancy.asSystem(() ->
            transaction.execute(
                status -> jdbc.sql("select count(*) from seat").query(Long.class).single()));
    return count == null ? 0 : count;
  }
}
