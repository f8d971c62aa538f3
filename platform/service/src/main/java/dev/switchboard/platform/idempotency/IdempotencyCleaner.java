package dev.switchboard.platform.idempotency;

import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets keys that no client repeats any more. */
final class IdempotencyCleaner {
  private static final Logger log = LoggerFactory.getLogger(IdempotencyCleaner.class);
  private static final int STEP = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Duration keep;

  IdempotencyCleaner(JdbcClient jdbc, TransactionTemplate transaction, Duration keep) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.keep = keep;
  }

  /** In small steps, and past what another instance is deleting, so that any number may run. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
  void clean() {
    while (Tenancy.asSystem(() -> transaction.<Integer>execute(status -> cleanSome())) == STEP) {
      log.debug("Another {} idempotency keys deleted", STEP);
    }
  }

  private int cleanSome() {
    return jdbc.sql(
            """
            delete from idempotency_key where ctid = any (array(
              select ctid from idempotency_key
              where created_at < clock_timestamp() - ? * interval '1 second'
              limit ? for update skip locked))
            """)
        .params(keep.toSeconds(), STEP)
        .update();
  }
}
