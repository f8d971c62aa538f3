package dev.switchboard.user.audit;

import dev.switchboard.platform.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * H2: entries are kept for 400 days. What is older is deleted by a function of the database's owner
 * (R__audit_retention.sql), because this service may not; any number of instances may ask for it.
 */
@Component
class AuditRetention {
  private static final Logger log = LoggerFactory.getLogger(AuditRetention.class);
  private static final int STEP = 5_000;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  AuditRetention(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT20M")
  void clean() {
    int deleted;
    do {
      deleted = Tenancy.asSystem(() -> transaction.<Integer>execute(status -> cleanSome()));
      log.debug("{} audit entries were too old", deleted);
    } while (deleted == STEP);
  }

  private int cleanSome() {
    return jdbc.sql("select delete_old_audit_entries(?)").param(STEP).query(Integer.class).single();
  }
}
