package dev.switchboard.platform.idempotency;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency keys for every service with a database. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnBean(JdbcClient.class)
public class IdempotencyAutoConfiguration {

  @Bean
  Idempotency idempotency(
      JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json) {
    return new Idempotency(jdbc, new TransactionTemplate(transactions), json);
  }

  @Bean
  IdempotencyCleaner idempotencyCleaner(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      @Value("${switchboard.idempotency.keep:PT48H}") Duration keep) {
    return new IdempotencyCleaner(jdbc, new TransactionTemplate(transactions), keep);
  }
}
