package dev.switchboard.gateway.service;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are and how long they may take.
 *
 * @param services base address of each service by its name
 * @param connectTimeout for a connection to a service
 * @param readTimeout for the next bytes of a service's answer
 * @param exchangeTimeout the same for the answer to a token exchange
 * @param connections at most, to each service
 */
@ConfigurationProperties("switchboard.gateway")
public record GatewayProperties(
    Map<String, URI> services,
    @DefaultValue("1s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("3s") Duration exchangeTimeout,
    @DefaultValue("400") int connections) {

  public GatewayProperties {
    services = Map.copyOf(services);
    for (Service service : Service.values()) {
      if (!services.containsKey(service.serviceName())) {
        throw new IllegalArgumentException("no address of " + service.serviceName());
      }
    }
  }

  /** Base address of a service. */
  public URI addressOf(Service service) {
    URI address = services.get(service.serviceName());
    if (address == null) {
      throw new IllegalStateException("no address of " + service);
    }
    return address;
  }
}
