package dev.switchboard.billing.provider;

import dev.switchboard.billing.provider.client.StripeClient;
import dev.switchboard.billing.provider.client.StripeProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one provider there is; for development a server of ours speaks its interface (ADR 19). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeProperties.class)
class ProviderConfiguration {

  @Bean
  PaymentProvider paymentProvider(
      StripeProperties properties,
      Clock clock,
      ObservationRegistry observations,
      MeterRegistry meters) {
    return StripeClient.provider(properties, clock, observations, meters);
  }
}
