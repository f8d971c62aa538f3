package dev.switchboard.numbering.line;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast lines open; prints figures and judges nothing, so the build does not run it. Run it with
 * {@code -Dtest=LineSpeedMeasurement}. The test database does not fsync.
 */
class LineSpeedMeasurement extends NumberingTest {
  private static final Logger log = LoggerFactory.getLogger(LineSpeedMeasurement.class);
  private static final int USERS = 2_000;

  @Test
  void invitationsIntoOneAccount() throws InterruptedException {
    for (int round = 1; round <= 4; round++) {
      UUID account = Ids.next();
      long start = System.nanoTime();
      IntStream.range(0, USERS).parallel().forEach(i -> invite(account, Ids.next()));
      long sent = System.nanoTime();
      long waiting = USERS - lines(account);
      while (lines(account) < USERS) {
        Thread.sleep(Duration.ofMillis(10));
      }
      long end = System.nanoTime();
      log.info(
          "Round {}: {} lines/s in all; {} lines that waited when the last was sent: {} lines/s",
          round,
          Math.round(USERS * 1e9 / (end - start)),
          waiting,
          Math.round(waiting * 1e9 / (end - sent)));
    }
  }

  private long lines(UUID account) {
    return database()
        .sql("select count(*) from line where account_id = ?")
        .param(account)
        .query(Long.class)
        .single();
  }
}
