package dev.switchboard.billing.preview.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.WebTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * How long the next statement and a quote take for an account of 20 users and for one of 5,000, by
 * turns in one run, beside 2,000 other accounts of 20. Neither the token's signing nor the reading
 * of the answer counts. Not part of the suite: {@code -Dtest=PreviewMeasurement}.
 */
class PreviewMeasurement extends WebTest {
  private static final Logger log = LoggerFactory.getLogger(PreviewMeasurement.class);
  private static final int WARM = 200;
  private static final int TIMES = 300;
  private static final String QUOTE = "{\"changes\":[{\"type\":\"ADD_USER\",\"plan\":\"PLUS\"}]}";

  private final Map<Account, RequestPostProcessor> caller = new HashMap<>();

  @Test
  @DisplayName("E6 the preview for 5,000 users beside that for 20")
  void preview() {
    Account small = account;
    Account large = signUp(0, "BASIC");
    fill(small, 20, "+1906");
    fill(large, 5_000, "+1907");
    fillOthers(2_000);
    for (int i = 0; i < WARM; i++) {
      renewTokens(i);
      time(small, "GET", "/api/v1/statements/next", null);
      time(large, "GET", "/api/v1/statements/next", null);
    }
    long[] ofSmall = new long[TIMES];
    long[] ofLarge = new long[TIMES];
    long[] quoteSmall = new long[TIMES];
    long[] quoteLarge = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      renewTokens(i);
      ofSmall[i] = time(small, "GET", "/api/v1/statements/next", null);
      ofLarge[i] = time(large, "GET", "/api/v1/statements/next", null);
      quoteSmall[i] = time(small, "POST", "/api/v1/quotes", QUOTE);
      quoteLarge[i] = time(large, "POST", "/api/v1/quotes", QUOTE);
    }
    log.info(
        "preview: {} of 20 users, {} of 5000; quote: {} of 20, {} of 5000 (µs: median/p95)",
        figures(ofSmall),
        figures(ofLarge),
        figures(quoteSmall),
        figures(quoteLarge));
  }

  /** A token is used many times, as the gateway's are, and lives a minute. */
  private void renewTokens(int time) {
    if (time % 50 == 0) {
      caller.clear();
    }
  }

  private long time(Account of, String method, String path, @Nullable String body) {
    RequestPostProcessor admin =
        caller.computeIfAbsent(of, any -> tokens.admin(of.id(), of.admin()));
    long began = System.nanoTime();
    MockHttpServletResponse answer = call(method, path, body, null, admin);
    long took = (System.nanoTime() - began) / 1_000;
    assertThat(answer.getStatus()).isEqualTo(200);
    return took;
  }

  /** People on Plus with a direct number each; one in ten came this month, one in ten went. */
  private void fill(Account of, int people, String area) {
    JdbcClient database = database();
    database
        .sql(
            """
            create temporary table people as
            select gen_random_uuid() as user_id, gen_random_uuid() as slot_id, i,
              case when i % 10 = 0 then now() - interval '1 hour' else now() - interval '400 days' end as came,
              case when i % 10 = 5 then now() - interval '1 hour' end as went
            from generate_series(1, ?) i;
            insert into plan_slot (slot_id, account_id, plan, origin, state, version)
            select slot_id, ?, 'PLUS', 'ADDED', 'REMOVED', 1 from people;
            insert into charge_interval (interval_id, account_id, slot_id, plan, origin, started_at, ended_at)
            select gen_random_uuid(), ?, slot_id, 'PLUS', 'ADDED', came, went from people;
            insert into seat_interval (interval_id, account_id, user_id, slot_id, plan, started_at, ended_at)
            select gen_random_uuid(), ?, user_id, slot_id, 'PLUS', came, went from people;
            insert into number_interval (interval_id, account_id, number, use, user_id, started_at, ended_at)
            select gen_random_uuid(), ?, ? || lpad(i::text, 7, '0'), 'DIRECT', user_id, came, went from people;
            drop table people
            """)
        .params(people, of.id(), of.id(), of.id(), of.id(), area)
        .update();
    database.sql("analyze").update();
  }

  /** Accounts of 20 that nobody asks about. */
  private void fillOthers(int accounts) {
    database()
        .sql(
            """
            create temporary table people as
            select account_id, gen_random_uuid() as user_id, gen_random_uuid() as slot_id, n * 100 + i as line
            from (select gen_random_uuid() as account_id, n from generate_series(1, ?) n) a, generate_series(1, 20) i;
            insert into plan_slot (slot_id, account_id, plan, origin, state, version)
            select slot_id, account_id, 'PLUS', 'ADDED', 'REMOVED', 1 from people;
            insert into charge_interval (interval_id, account_id, slot_id, plan, origin, started_at)
            select gen_random_uuid(), account_id, slot_id, 'PLUS', 'ADDED', now() - interval '400 days' from people;
            insert into seat_interval (interval_id, account_id, user_id, slot_id, plan, started_at)
            select gen_random_uuid(), account_id, user_id, slot_id, 'PLUS', now() - interval '400 days' from people;
            insert into number_interval (interval_id, account_id, number, use, user_id, started_at)
            select gen_random_uuid(), account_id, '+1908' || lpad(line::text, 7, '0'), 'DIRECT', user_id,
              now() - interval '400 days' from people;
            drop table people
            """)
        .param(accounts)
        .update();
    database().sql("analyze").update();
  }

  private static String figures(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2] + "/" + times[times.length * 95 / 100];
  }
}
