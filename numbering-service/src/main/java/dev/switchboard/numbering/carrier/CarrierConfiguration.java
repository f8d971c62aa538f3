package dev.switchboard.numbering.carrier;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which carrier the service uses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CarrierProperties.class)
class CarrierConfiguration {

  @Bean
  TimeLimitedCarrier carrier(CarrierProperties properties) {
    return new TimeLimitedCarrier(new BuiltInCarrier(), properties.timeout());
  }
}
