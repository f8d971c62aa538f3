package dev.switchboard.numbering.carrier;

import dev.switchboard.numbering.carrier.client.TwilioClient;
import dev.switchboard.numbering.carrier.client.TwilioProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which carrier the service uses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CarrierProperties.class, TwilioProperties.class})
class CarrierConfiguration {

  @Bean
  TimeLimitedCarrier carrier(
      CarrierProperties properties,
      TwilioProperties twilio,
      ObservationRegistry observations,
      MeterRegistry meters) {
    Carrier carrier =
        switch (properties.name()) {
          case BUILT_IN -> new BuiltInCarrier();
          case TWILIO -> TwilioClient.carrier(twilio, observations, meters);
        };
    return new TimeLimitedCarrier(carrier, properties.timeout());
  }
}
