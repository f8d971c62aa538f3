package dev.switchboard.numbering.number.web;

import dev.switchboard.numbering.testing.WebTest;
import dev.switchboard.platform.time.Ids;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * How long a page of numbers takes in an account with 50 numbers and in one with 5,000, by turns in
 * one run. Not part of the suite: {@code -Dtest=ListNumbersMeasurement}.
 */
class ListNumbersMeasurement extends WebTest {
  private static final Logger log = LoggerFactory.getLogger(ListNumbersMeasurement.class);
  private static final int WARM = 300;
  private static final int TIMES = 500;

  @Test
  @DisplayName("F1 a page of 50 among 5,000 numbers beside a page of 50 numbers in all")
  void page() {
    UUID small = Ids.next();
    UUID large = Ids.next();
    fill(small, "+1908", 50);
    fill(large, "+1909", 5_000);
    for (int i = 0; i < WARM; i++) {
      time(small, "");
      time(large, "");
    }
    long[] ofSmall = new long[TIMES];
    long[] ofLarge = new long[TIMES];
    long[] found = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      ofSmall[i] = time(small, "");
      ofLarge[i] = time(large, "");
      found[i] = time(large, "&contains=0042");
    }
    log.info(
        "page of 50 numbers: {} µs of 50, {} µs of 5000, {} µs searched in 5000 (medians)",
        median(ofSmall),
        median(ofLarge),
        median(found));
  }

  private long time(UUID of, String query) {
    long began = System.nanoTime();
    perform(
        MockMvcRequestBuilders.get("/api/v1/phone-numbers?limit=50" + query)
            .with(tokens.admin(of, admin)));
    return (System.nanoTime() - began) / 1_000;
  }

  private void fill(UUID of, String area, int count) {
    database()
        .sql(
            """
            insert into phone_number (number, account_id, state, carrier, version)
            select ? || lpad(i::text, 7, '0'), ?, 'UNASSIGNED', 'BUILT_IN', 1 from generate_series(1, ?) i
            """)
        .params(area, of, count)
        .update();
    database().sql("analyze phone_number").update();
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
