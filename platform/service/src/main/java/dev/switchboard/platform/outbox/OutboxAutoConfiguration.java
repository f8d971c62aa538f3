package dev.switchboard.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** The outbox and its relay, for every service with a database. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
    })
@ConditionalOnBean(JdbcTemplate.class)
@EnableScheduling
@EnableConfigurationProperties({OutboxProperties.class, KafkaProperties.class})
public class OutboxAutoConfiguration {

  @Bean
  ShardSignal outboxShardSignal(OutboxProperties properties) {
    return new ShardSignal(properties.shards());
  }

  @Bean
  OutboxTable outboxTable(JdbcTemplate jdbc, JsonMapper json) {
    return new OutboxTable(jdbc, json);
  }

  @Bean
  Outbox outbox(
      JdbcTemplate jdbc,
      JsonMapper json,
      Clock clock,
      @Value("${spring.application.name}") String serviceName,
      OutboxProperties properties,
      ShardSignal signal,
      ObjectProvider<Tracer> tracer,
      ObjectProvider<Propagator> propagator,
      ObjectProvider<MeterRegistry> meters) {
    return new Outbox(
        jdbc,
        json,
        clock,
        serviceName,
        properties,
        signal,
        tracer.getIfAvailable(() -> Tracer.NOOP),
        propagator.getIfAvailable(() -> Propagator.NOOP),
        new WrittenEvents(meters.getIfAvailable(SimpleMeterRegistry::new), properties.events()));
  }

  @Bean
  OutboxRelay outboxRelay(
      @Value("${spring.application.name}") String serviceName,
      KafkaProperties kafka,
      OutboxTable table,
      OutboxProperties properties,
      ShardSignal signal) {
    return new OutboxRelay(serviceName, kafka.buildProducerProperties(), table, properties, signal);
  }

  @Bean
  SentCleaner outboxSentCleaner(OutboxTable table, OutboxProperties properties) {
    return new SentCleaner(table, properties.keepSent());
  }

  /** Part of liveness: an instance whose relay has died is started anew. */
  @Bean
  HealthIndicator outboxRelayHealthIndicator(OutboxRelay relay) {
    return () -> (relay.isAlive() ? Health.up() : Health.down()).build();
  }

  @Bean
  MeterBinder outboxMetrics(OutboxTable table) {
    return registry -> {
      Gauge.builder("switchboard.outbox.age", table, OutboxTable::oldestAgeSeconds)
          .baseUnit("seconds")
          .description("Age of the oldest unsent event")
          .register(registry);
      Gauge.builder("switchboard.outbox.blocked", table, OutboxTable::blocked)
          .description("Events that Kafka refused for good; their keys wait")
          .register(registry);
    };
  }
}
