package dev.switchboard.platform.observability;

import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** What is worth a trace: everything but the probes, and nothing that names a person. */
@AutoConfiguration
public class ObservabilityAutoConfiguration {

  @Bean
  ObservationPredicate noProbes() {
    return (name, context) ->
        !(context instanceof ServerRequestObservationContext server
            && server.getCarrier() != null
            && server.getCarrier().getRequestURI().startsWith("/actuator"));
  }

  /** A called address may hold what somebody searched for, or a phone number. */
  @Bean
  ObservationFilter noCalledAddresses() {
    return context -> {
      if (context instanceof ClientRequestObservationContext) {
        context.removeHighCardinalityKeyValue("http.url");
      }
      return context;
    };
  }
}
