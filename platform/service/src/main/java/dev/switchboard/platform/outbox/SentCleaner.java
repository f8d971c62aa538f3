package dev.switchboard.platform.outbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets what was sent so long ago that everybody has taken it in. */
final class SentCleaner {
  private static final Logger log = LoggerFactory.getLogger(SentCleaner.class);
  private static final int STEP = 10_000;

  private final OutboxTable table;
  private final Duration keep;

  SentCleaner(OutboxTable table, Duration keep) {
    this.table = table;
    this.keep = keep;
  }

  /** In small steps, so that any number may run. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void clean() {
    while (table.forgetSent(keep, STEP) == STEP) {
      log.debug("Another {} sent events forgotten", STEP);
    }
  }
}
