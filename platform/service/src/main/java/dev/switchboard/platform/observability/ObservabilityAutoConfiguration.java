package dev.switchboard.platform.observability;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** What is worth a trace: everything but the probes. */
@AutoConfiguration
public class ObservabilityAutoConfiguration {

  @Bean
  ObservationPredicate noProbes() {
    return (name, context) ->
        !(context instanceof ServerRequestObservationContext server
            && server.getCarrier() != null
            && server.getCarrier().getRequestURI().startsWith("/actuator"));
  }
}
