package dev.switchboard.platform.inbox;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets inbox rows that are older than any topic keeps its events. */
final class InboxCleaner {
  private final JdbcTemplate jdbc;
  private final Duration keep;

  InboxCleaner(JdbcTemplate jdbc, Duration keep) {
    this.jdbc = jdbc;
    this.keep = keep;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void clean() {
    jdbc.update(
        "delete from inbox where received_at < clock_timestamp() - ? * interval '1 second'",
        keep.toSeconds());
  }
}
