package dev.switchboard.user.support;

import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long support waits for a search among 100,000 accounts with 1,000,000 people. Prints figures
 * and judges nothing, so the build does not run it. Run it with {@code
 * -Dtest=FindAccountsMeasurement}. The test database does not fsync.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FindAccountsMeasurement extends UserServiceTest {
  private static final Logger log = LoggerFactory.getLogger(FindAccountsMeasurement.class);
  private static final int ROUNDS = 20;

  @Autowired private FindAccounts findAccounts;

  @Test
  @DisplayName("I1 searches among 100,000 accounts")
  void searches() {
    fill();
    for (String search :
        List.of(
            "company 77777",
            "p123456@",
            "+12025577777",
            "5577777",
            "p1234",
            "p1",
            "co",
            "company p1",
            "nobody")) {
      log.info(
          "\"{}\" finds {} accounts in {} µs",
          search,
          findAccounts.find(search).total(),
          median(() -> findAccounts.find(search)));
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

  private void fill() {
    database()
        .sql(
            """
            with made as (
              insert into account (account_id, company_name, time_zone, language, state, main_number, signed_up_at, version)
              select gen_random_uuid(), 'Company ' || i, 'UTC', 'en', 'ACTIVE', '+12025' || lpad(i::text, 6, '5'), now(), 1
              from generate_series(1, 100000) i returning account_id, company_name, main_number)
            insert into support_term (account_id, source, kind, term)
            select account_id, account_id, 'NAME', term from made, support_name_terms(company_name) term
            union all
            select account_id, account_id, 'NUMBER', term from made, support_number_terms(main_number) term
            union all
            select account_id, gen_random_uuid(), 'EMAIL',
              'p' || (substring(company_name, 9)::int * 10 + person) || '@example.com'
            from made, generate_series(0, 9) person
            """)
        .update();
    database().sql("vacuum analyze account").update();
    database().sql("vacuum analyze support_term").update();
  }
}
