package dev.switchboard.platform.audit;

import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.outbox.OutboxAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Every service can take acts down; user-service, who keeps the log, does it directly. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
public class AuditAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(AuditTrail.class)
  @ConditionalOnBean(Outbox.class)
  AuditTrail auditTrail(Outbox outbox, Clock clock) {
    return new OutboxAuditTrail(outbox, clock);
  }

  @Bean
  FilterRegistrationBean<OriginFilter> originFilter() {
    FilterRegistrationBean<OriginFilter> registration =
        new FilterRegistrationBean<>(new OriginFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return registration;
  }
}
