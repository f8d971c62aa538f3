package dev.switchboard.platform.inbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets inbox rows that are older than any topic keeps its events. */
final class InboxCleaner {
  private static final Logger log = LoggerFactory.getLogger(InboxCleaner.class);
  private static final int STEP = 10_000;

  private final JdbcTemplate jdbc;
  private final Duration keep;

  InboxCleaner(JdbcTemplate jdbc, Duration keep) {
    this.jdbc = jdbc;
    this.keep = keep;
  }

  /** In small steps, and past what another instance is deleting, so that any number may run. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void clean() {
    while (cleanSome() == STEP) {
      log.debug("Another {} inbox rows deleted", STEP);
    }
  }

  private int cleanSome() {
    return jdbc.update(
        """
        delete from inbox where ctid = any (array(
          select ctid from inbox where received_at < clock_timestamp() - ? * interval '1 second'
          limit ? for update skip locked))
        """,
        keep.toSeconds(),
        STEP);
  }
}
