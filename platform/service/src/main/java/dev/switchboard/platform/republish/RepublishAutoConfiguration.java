package dev.switchboard.platform.republish;

import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.outbox.OutboxAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The operator's command to tell aggregates again. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
@ConditionalOnBean(Outbox.class)
public class RepublishAutoConfiguration {

  @Bean
  RepublishEndpoint republishEndpoint(
      ObjectProvider<Republished> topics, Outbox outbox, PlatformTransactionManager transactions) {
    return new RepublishEndpoint(
        new Republish(
            topics.orderedStream().toList(), outbox, new TransactionTemplate(transactions)));
  }
}
