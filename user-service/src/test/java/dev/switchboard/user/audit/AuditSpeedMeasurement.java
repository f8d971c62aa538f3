package dev.switchboard.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long pages of the audit log take while an account's log grows to 1,000,000 entries. Prints
 * figures and judges nothing, so the build does not run it. Run it with {@code
 * -Dtest=AuditSpeedMeasurement}. The test database does not fsync.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class AuditSpeedMeasurement extends UserServiceTest {
  private static final Logger log = LoggerFactory.getLogger(AuditSpeedMeasurement.class);
  private static final int ROUNDS = 40;

  @Test
  @DisplayName("H2 pages of a log of 1,000 and of 1,000,000 entries")
  void pages() {
    Company company = companies.signUp(1, 0, 0);
    fill(company, 1_000);
    measure("1,000 entries", company);
    fill(company, 999_000);
    database().sql("vacuum analyze audit_entry").update();
    measure("1,000,000 entries", company);
  }

  private void measure(String entries, Company company) {
    String cursor = body(get("/api/v1/audit?limit=200", company.asAdmin())).path("next").asString();
    for (String query :
        List.of(
            "",
            "?cursor=" + cursor,
            "?actor=" + company.adminId(),
            "?subject=7",
            "?action=rare.act",
            "?action=rare.act&subject=7",
            "?from=2026-05-01T00:00:00Z&to=2026-05-02T00:00:00Z")) {
      log.info(
          "{}: the page {} takes {} µs",
          entries,
          query.replaceFirst("cursor=.*", "cursor"),
          median(() ->
              assertThat(get("/api/v1/audit" + query, company.asAdmin()).getStatus())
                  .isEqualTo(200)));
    }
  }

  private static long median(Runnable work) {
    return LongStream.range(0, ROUNDS)
        .map(round -> {
          long start = System.nanoTime();
          work.run();
          return (System.nanoTime() - start) / 1_000;
        })
        .sorted()
        .skip(ROUNDS / 2)
        .findFirst()
        .orElseThrow();
  }

  private void fill(Company company, int entries) {
    database()
        .sql(
            """
            insert into audit_entry (entry_id, account_id, at, actor_type, actor_id, action, subject_type, subject_id,
              details)
            select gen_random_uuid(), :account, timestamptz '2026-06-01 00:00Z' - i * interval '10 seconds', 'USER',
              case when i % 100 = 0 then :person else gen_random_uuid() end,
              case when i % 10000 = 0 then 'rare.act' else 'user.changed' end, 'USER', (i % 50000)::text, '{}'
            from generate_series(1, :entries) i
            """)
        .param("account", company.accountId())
        .param("person", company.adminId())
        .param("entries", entries)
        .update();
  }
}
