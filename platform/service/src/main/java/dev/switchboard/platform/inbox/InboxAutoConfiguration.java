package dev.switchboard.platform.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The inbox, and how every consumer reads, retries and gives up. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration")
@ConditionalOnBean(JdbcTemplate.class)
@EnableConfigurationProperties(KafkaProperties.class)
@EnableScheduling
public class InboxAutoConfiguration {

  @Bean
  Inbox inbox(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      @Value("${spring.application.name}") String serviceName) {
    JsonMapper tolerant =
        json.rebuild()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    return new Inbox(jdbc, new TransactionTemplate(transactions), tolerant, serviceName);
  }

  @Bean
  Subscriptions subscriptions(Inbox inbox) {
    return new Subscriptions(inbox);
  }

  @Bean
  InboxCleaner inboxCleaner(
      JdbcTemplate jdbc, @Value("${switchboard.inbox.keep:P30D}") Duration keep) {
    return new InboxCleaner(jdbc, keep);
  }

  @Bean
  DeadLetterTable deadLetterTable(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      @Value("${spring.application.name}") String serviceName) {
    return new DeadLetterTable(jdbc, new TransactionTemplate(transactions), json, serviceName);
  }

  @Bean
  DeadLetters deadLetters(
      DeadLetterTable table,
      ObjectProvider<MeterRegistry> meters,
      KafkaProperties kafka,
      @Value("${spring.application.name}") String serviceName) {
    return new DeadLetters(
        table,
        kafka.buildProducerProperties(),
        meters.getIfAvailable(SimpleMeterRegistry::new),
        serviceName);
  }

  @Bean
  DeadLettersEndpoint deadLettersEndpoint(DeadLetterTable table, Subscriptions subscriptions) {
    return new DeadLettersEndpoint(table, new Redrive(table, subscriptions));
  }

  @Bean
  ConsumersHealthIndicator consumersHealthIndicator() {
    return new ConsumersHealthIndicator();
  }

  @Bean
  MeterBinder inboxMetrics(DeadLetterTable table) {
    return registry -> {
      Gauge.builder("switchboard.inbox.dead", table, each -> each.count(false))
          .description("Dead letters that nobody has redriven yet")
          .register(registry);
      Gauge.builder("switchboard.inbox.waiting", table, each -> each.count(true))
          .description("Events that wait behind a dead letter of their key")
          .register(registry);
    };
  }

  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> consumerDefaults(
      DeadLetters deadLetters,
      ConsumersHealthIndicator health,
      @Value("${switchboard.instance:0}") String instance) {
    return (container, destination, group) -> {
      deadLetters.watch(destination);
      DefaultErrorHandler errors =
          new DefaultErrorHandler(deadLetters, RetryPolicy.backOff(null, null));
      errors.setBackOffFunction(RetryPolicy::backOff);
      errors.addNotRetryableExceptions(
          BrokenEventException.class, WaitsBehindDeadLetterException.class);
      errors.setCommitRecovered(true);
      errors.setRetryListeners(new FailedAttempts());
      container.setCommonErrorHandler(errors);
      ContainerProperties properties = container.getContainerProperties();
      properties.setAckMode(ContainerProperties.AckMode.RECORD);
      Properties kafka = new Properties();
      kafka.putAll(properties.getKafkaConsumerProperties());
      // A member of its own for each topic: two members with one id would fence each other.
      kafka.put(
          ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + destination + "-" + instance);
      properties.setKafkaConsumerProperties(kafka);
      health.watch(container);
    };
  }
}
