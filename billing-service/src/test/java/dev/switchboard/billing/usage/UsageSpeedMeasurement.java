package dev.switchboard.billing.usage;

import dev.switchboard.billing.testing.CallMinutes;
import dev.switchboard.billing.testing.WebTest;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How many totals are taken in per second, and how long a page takes for 5,000 users beside 20;
 * prints figures and judges nothing, so the build does not run it. Run it with {@code
 * -Dtest=UsageSpeedMeasurement}. The test database does not fsync.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class UsageSpeedMeasurement extends WebTest {
  private static final Logger log = LoggerFactory.getLogger(UsageSpeedMeasurement.class);
  private static final int RECORDS = 20_000;
  private static final int USERS = 2_000;
  private static final int TIMES = 100;
  private static final String BINDING = "usage-in-0";

  @Autowired private BindingsLifecycleController bindings;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @Test
  void stream() throws InterruptedException {
    for (int round = 1; round <= 3; round++) {
      List<UUID> users = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        users.add(Ids.next());
      }
      bindings.changeState(BINDING, State.STOPPED);
      long before = taken();
      CallMinutes voice = new CallMinutes(topics, account.id());
      try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
        for (int i = 0; i < RECORDS; i++) {
          int each = i;
          senders.execute(() ->
              voice.tell(
                  users.get(each % USERS), YearMonth.of(2026, 11), 1 + each / USERS, each, each));
        }
      }
      bindings.changeState(BINDING, State.STARTED);
      while (taken() < before + RECORDS / 20) {
        Thread.sleep(Duration.ofMillis(20)); // joining the group is not what is measured
      }
      long first = taken();
      long start = System.nanoTime();
      while (taken() < before + RECORDS) {
        Thread.sleep(Duration.ofMillis(20));
      }
      long end = System.nanoTime();
      log.info(
          "Round {}: {} call-usage.counted per second, {} users",
          round,
          Math.round((before + RECORDS - first) * 1e9 / (end - start)),
          USERS);
    }
  }

  @Test
  void pages() {
    Account small = account;
    Account large = signUp(0, "BASIC");
    fill(small, 20, "+1908");
    fill(large, 5_000, "+1909");
    for (String query : List.of("", "?advised=true&limit=200")) {
      long[] ofSmall = new long[TIMES];
      long[] ofLarge = new long[TIMES];
      for (int i = -TIMES; i < TIMES; i++) {
        int at = Math.max(i, 0);
        ofSmall[at] = time(small, query);
        ofLarge[at] = time(large, query);
      }
      log.info(
          "GET /usage{}: {} of 20 users, {} of 5000 (µs: median/p95)",
          query,
          figures(ofSmall),
          figures(ofLarge));
    }
  }

  private long time(Account of, String query) {
    long began = System.nanoTime();
    ok(call("GET", "/api/v1/usage" + query, null, null, tokens.admin(of.id(), of.admin())));
    return (System.nanoTime() - began) / 1_000;
  }

  /** People on Plus without calls, every second with a number; a year of months. */
  private void fill(Account of, int people, String area) {
    database()
        .sql(
            """
            create temporary table people as
            select gen_random_uuid() as user_id, gen_random_uuid() as slot_id, i from generate_series(1, ?) i;
            insert into plan_slot (slot_id, account_id, plan, origin, state, user_id, version)
            select slot_id, ?, 'PLUS', 'ADDED', 'OCCUPIED', user_id, 1 from people;
            insert into seat (user_id, account_id, state, plan, slot_id, origin, since, version)
            select user_id, ?, 'OCCUPIED', 'PLUS', slot_id, 'ADDED', now() - interval '400 days', 1 from people;
            insert into charge_interval (interval_id, account_id, slot_id, plan, origin, started_at)
            select gen_random_uuid(), ?, slot_id, 'PLUS', 'ADDED', now() - interval '400 days' from people;
            insert into seat_interval (interval_id, account_id, user_id, slot_id, plan, started_at)
            select gen_random_uuid(), ?, user_id, slot_id, 'PLUS', now() - interval '400 days' from people;
            insert into number_interval (interval_id, account_id, number, use, user_id, started_at)
            select gen_random_uuid(), ?, ? || lpad(i::text, 7, '0'), 'DIRECT', user_id, now() - interval '400 days'
            from people where i % 2 = 0;
            insert into call_usage (account_id, month, user_id, seconds, calls, version)
            select ?, month, user_id, i, 1, 1 from people,
              generate_series(date_trunc('month', now()) - interval '12 months', now(), '1 month') as month;
            drop table people
            """)
        .params(people, of.id(), of.id(), of.id(), of.id(), of.id(), area, of.id())
        .update();
    database().sql("analyze").update();
  }

  private long taken() {
    Long count =
        Tenancy.asSystem(() ->
            transaction.execute(
                status -> jdbc.sql("select count(*) from inbox").query(Long.class).single()));
    return count == null ? 0 : count;
  }

  private static String figures(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2] + "/" + times[times.length * 95 / 100];
  }
}
