package dev.switchboard.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
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
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> consumerDefaults(
      JdbcTemplate jdbc,
      ObjectProvider<MeterRegistry> meters,
      @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers,
      @Value("${spring.application.name}") String serviceName,
      @Value("${switchboard.instance:0}") String instance) {
    KafkaTemplate<byte[], byte[]> deadLetterTemplate =
        new KafkaTemplate<>(
            new DefaultKafkaProducerFactory<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                    ByteArraySerializer.class,
                    ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                    ByteArraySerializer.class,
                    ProducerConfig.ACKS_CONFIG,
                    "all")));
    DeadLetters deadLetters =
        new DeadLetters(
            jdbc, deadLetterTemplate, meters.getIfAvailable(SimpleMeterRegistry::new), serviceName);
    return (container, destination, group) -> {
      DefaultErrorHandler errors =
          new DefaultErrorHandler(deadLetters, RetryPolicy.backOff(null, null));
      errors.setBackOffFunction(RetryPolicy::backOff);
      errors.addNotRetryableExceptions(BrokenEventException.class);
      errors.setCommitRecovered(true);
      container.setCommonErrorHandler(errors);
      ContainerProperties properties = container.getContainerProperties();
      properties.setAckMode(ContainerProperties.AckMode.RECORD);
      Properties kafka = new Properties();
      kafka.putAll(properties.getKafkaConsumerProperties());
      // A member of its own for each topic: two members with one id would fence each other.
      kafka.put(
          ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + destination + "-" + instance);
      properties.setKafkaConsumerProperties(kafka);
    };
  }
}
