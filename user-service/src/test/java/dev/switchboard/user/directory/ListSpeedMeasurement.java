package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long pages of an account of 10,000 take while the table grows to 1,000,000 rows, and how
 * often its pages were read without an index; and what a sign-in costs. Prints figures and judges
 * nothing, so the build does not run it. Run it with {@code -Dtest=ListSpeedMeasurement}. The test
 * database does not fsync.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ListSpeedMeasurement extends UserServiceTest {
  private static final Logger log = LoggerFactory.getLogger(ListSpeedMeasurement.class);
  private static final int ACCOUNT_SIZE = 10_000;
  private static final int ROUNDS = 60;

  @Test
  @DisplayName("B4 an account of 10,000 users is as quick as one of 10; in a table of 1,000,000")
  void pages() {
    Company large = companies.signUp(1, 0, 0);
    Company small = companies.signUp(1, 0, 0);
    fill(large.accountId(), ACCOUNT_SIZE);
    fill(small.accountId(), 10);
    measure("up to 20,000 rows", large, small);
    for (int account = 0; account < 99; account++) {
      fill(UUID.randomUUID(), ACCOUNT_SIZE);
    }
    database().sql("vacuum analyze directory").update();
    long sequentialBefore = scans("seq_scan");
    long indexBefore = scans("idx_scan");
    measure("1,000,000 rows", large, small);
    log.info(
        "scans of the table meanwhile: {} sequential, {} by an index",
        scans("seq_scan") - sequentialBefore,
        scans("idx_scan") - indexBefore);
  }

  @Test
  @DisplayName("A3 what a sign-in costs")
  void signIns() {
    Company company = companies.signUp(1, 0, 0);
    log.info(
        "a sign-in takes {} µs",
        median(() ->
            assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200)));
  }

  private void measure(String rows, Company large, Company small) {
    String cursor = large.list("?limit=200").path("next").asString();
    for (String query :
        List.of(
            "",
            "?cursor=" + cursor,
            "?sort=-email",
            "?search=name77",
            "?search=12025550",
            "?state=ACTIVE")) {
      log.info(
          "{}: {} takes {} µs with 10,000 users, {} µs with 10",
          rows,
          query.isEmpty() ? "the first page" : query.replaceFirst("cursor=.*", "cursor"),
          median(() -> large.list(query)),
          query.contains("cursor") ? "-" : median(() -> small.list(query)));
    }
  }

  private static long median(Runnable work) {
    return IntStream.range(0, ROUNDS)
        .mapToLong(round -> {
          long start = System.nanoTime();
          work.run();
          return (System.nanoTime() - start) / 1_000;
        })
        .sorted()
        .skip(ROUNDS / 2)
        .findFirst()
        .orElseThrow();
  }

  /** As the statistics tell, which lag by a second. */
  private long scans(String kind) {
    return database()
        .sql("select " + kind + " from pg_stat_user_tables where relname = 'directory'")
        .query(Long.class)
        .single();
  }

  private void fill(UUID accountId, int users) {
    database()
        .sql(
            """
            insert into directory (user_id, account_id, visible, version, user_version, first_name, last_name, email,
              role, state, plan, direct_numbers, extension, bridge_id)
            select gen_random_uuid(), :account, true, 1, 1, 'first' || i % 97, 'name' || i, i || '@' || :account,
              'USER', 'INVITED', 'BASIC', array['+1202555' || lpad((i % 10000)::text, 4, '0')], 100 + i,
              lpad(i::text, 10, '4')
            from generate_series(1, :users) i
            """)
        .param("account", accountId)
        .param("users", users)
        .update();
  }
}
