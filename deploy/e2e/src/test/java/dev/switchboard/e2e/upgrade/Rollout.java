package dev.switchboard.e2e.upgrade;

import dev.switchboard.e2e.upgrade.Instances.Instance;
import dev.switchboard.local.Suite;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** All services, each behind a balancer, and how one instance takes the place of another. */
final class Rollout implements AutoCloseable {
  static final String GATEWAY = "gateway";
  static final String USER = "user-service";
  static final String NUMBERING = "numbering-service";
  static final String BILLING = "billing-service";
  static final String NOTIFICATION = "notification-service";

  /** In an order in which nobody asks for keys where nobody is. */
  static final List<String> OTHERS = List.of(NUMBERING, BILLING, NOTIFICATION);

  private static final List<String> BEHIND_GATEWAY = List.of(USER, NUMBERING, BILLING);

  private final Map<String, RoundRobin> balancers = new HashMap<>();
  private final Map<String, Instance> current = new HashMap<>();
  private CompletableFuture<Void> stops = CompletableFuture.completedFuture(null);

  /** The services that the suite has started are in; the gateway is still to be opened. */
  Rollout(Suite suite) throws IOException {
    for (String service : BEHIND_GATEWAY) {
      balancers.put(service, new RoundRobin(suite.serviceUrl(service)));
    }
    current.put(USER, Instances.first(suite, USER));
    for (String service : OTHERS) {
      current.put(service, Instances.first(suite, service));
    }
  }

  /** Waits for the first gateway that knows the balancers; returns the address of its own. */
  URI open(Instance gateway) throws Exception {
    gateway.awaitReady();
    balancers.put(GATEWAY, new RoundRobin(gateway.url()));
    current.put(GATEWAY, gateway);
    return URI.create(url(GATEWAY));
  }

  /** What an instance has to know of the balancers. */
  Map<String, String> environment(String service) {
    return service.equals(GATEWAY)
        ? Map.of(
            "USER_SERVICE_URL", url(USER),
            "NUMBERING_SERVICE_URL", url(NUMBERING),
            "BILLING_SERVICE_URL", url(BILLING))
        : Map.of("SWITCHBOARD_JWKS_URI", url(USER) + "/.well-known/jwks.json");
  }

  /** Where the operator reaches the instance of a service. */
  URI managementUrl(String service) {
    return Objects.requireNonNull(current.get(service), service).management();
  }

  /** The next one is ready before the one before gets no more requests and ends. */
  void replace(String service, Instance next) throws Exception {
    replace(service, next, Duration.ZERO);
  }

  /**
   * The same, with a time in which both answer.
   *
   * @param sideBySide that time
   */
  void replace(String service, Instance next, Duration sideBySide) throws Exception {
    next.awaitReady();
    Instance before = Objects.requireNonNull(current.put(service, next), service);
    RoundRobin balancer = balancers.get(service);
    if (balancer != null) {
      balancer.add(next.url());
    }
    Thread.sleep(sideBySide);
    if (balancer != null) {
      balancer.remove(before.url());
    }
    stops = CompletableFuture.allOf(stops, CompletableFuture.runAsync(before.process()::stop));
  }

  /** Waits until all that were replaced have ended. */
  void awaitEnds() {
    stops.join();
  }

  private String url(String service) {
    return Objects.requireNonNull(balancers.get(service), service).url().toString();
  }

  @Override
  public void close() {
    stops.join();
    balancers.values().forEach(RoundRobin::close);
  }
}
