package dev.switchboard.platform.idempotency;

import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets keys that no client repeats any more. */
final class IdempotencyCleaner {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Duration keep;

  IdempotencyCleaner(JdbcClient jdbc, TransactionTemplate transaction, Duration keep) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.keep = keep;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
  void clean() {
    Tenancy.asSystem(() -> transaction.executeWithoutResult(status -> delete()));
  }

  private void delete() {
    jdbc.sql(
            "delete from idempotency_key where created_at < clock_timestamp() - ? * interval '1 second'")
        .param(keep.toSeconds())
        .update();
  }
}
