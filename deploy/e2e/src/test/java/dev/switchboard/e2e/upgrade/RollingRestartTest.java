package dev.switchboard.e2e.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.audit.Auditor;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.e2e.upgrade.Instances.Instance;
import dev.switchboard.local.Suite;
import dev.switchboard.local.process.ManagedProcess;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Each service is replaced while companies work: the next instance is there before the one before
 * it ends, as Kubernetes does it. Link key and master key are changed on the way, there and back.
 */
@Tag("long")
@Timeout(900)
class RollingRestartTest {
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final String USER = "user-service";
  private static final String NOTIFICATION = "notification-service";
  private static final List<String> OTHERS =
      List.of("numbering-service", "billing-service", NOTIFICATION);
  private static final List<String> BEHIND_GATEWAY =
      List.of(USER, "numbering-service", "billing-service");
  private static final List<String> KEYS = List.of("MASTER", "LINK");

  private static Suite suite;

  private final Ledger ledger = new Ledger();
  private final Map<String, RoundRobin> balancers = new HashMap<>();
  private final String newKey = randomKey();
  private CompletableFuture<Void> stops = CompletableFuture.completedFuture(null);

  @BeforeAll
  static void startSuite() {
    suite = RunningSuite.get();
  }

  @Test
  @DisplayName("Every service is replaced and the keys are changed under load: no request fails")
  void rolling() throws Exception {
    roll(8, false);
  }

  @Test
  @DisplayName("Every service is replaced twice under a higher load: no request fails")
  void rollingTwice() throws Exception {
    roll(30, true);
  }

  private void roll(int perSecond, boolean back) throws Exception {
    try (Instances instances = new Instances(suite)) {
      for (String service : BEHIND_GATEWAY) {
        balancers.put(service, new RoundRobin(suite.serviceUrl(service)));
      }
      Instance gateway = instances.start("gateway", 1, gatewayEnvironment());
      gateway.awaitReady();
      try (RoundRobin door = new RoundRobin(gateway.url())) {
        balancers.put("gateway", door);
        List<Company> companies = companies(door.url());
        assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
        SteadyLoad load = new SteadyLoad(companies, ledger, perSecond);
        try (load) {
          replaceAll(instances, gateway, back);
        }
        stops.join();
        assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
        assertThat(load.failures()).as(load.answers().toString()).isEmpty();
        assertThat(load.answers())
            .containsKeys("invite 201", "list 200", "numbers 200", "preview 200", "session 200");
      } finally {
        balancers.remove("gateway");
      }
    } finally {
      balancers.values().forEach(RoundRobin::close);
      restore();
    }
    assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
    assertThat(new Auditor(suite).audit(ledger)).isEmpty();
  }

  /**
   * First who opens links knows the new keys, then user-service seals with them, then with the old
   * ones again. The last instance of notification-service knows both until all mails are sent.
   */
  private void replaceAll(Instances instances, Instance gateway, boolean back) throws Exception {
    Map<String, Instance> others = new HashMap<>();
    for (String service : OTHERS) {
      others.put(service, instances.start(service, 1, environment(false)));
    }
    for (Map.Entry<String, Instance> next : others.entrySet()) {
      replace(instances.first(next.getKey()), next.getValue(), next.getKey());
    }
    Instance nextGateway = instances.start("gateway", 2, gatewayEnvironment());
    Instance ahead = instances.start(USER, 1, environment(true));
    replace(gateway, nextGateway, "gateway");
    replace(instances.first(USER), ahead, USER);
    assertThat(ahead.ask("sealedsecrets", "{}")).contains("\"signing keys\":");
    assertThat(ahead.ask("signingkeys", "{}")).contains("signsFrom");

    Instance behind = instances.start(USER, 2, environment(false));
    replace(ahead, behind, USER);
    behind.ask("sealedsecrets", "{}");
    assertThat(behind.ask("sealedsecrets", "{}"))
        .as("nothing is sealed with the key that goes")
        .contains("\"signing keys\":0", "\"two-step secrets\":0");
    if (back) {
      goBack(instances, behind, others, nextGateway);
    }
  }

  private void goBack(
      Instances instances, Instance user, Map<String, Instance> others, Instance gateway)
      throws Exception {
    stops.join();
    replace(user, restarted(instances.first(USER)), USER);
    for (Map.Entry<String, Instance> other : others.entrySet()) {
      String service = other.getKey();
      Instance next =
          service.equals(NOTIFICATION)
              ? instances.start(NOTIFICATION, 2, environment(false))
              : restarted(instances.first(service));
      replace(other.getValue(), next, service);
    }
    replace(gateway, instances.start("gateway", 3, gatewayEnvironment()), "gateway");
  }

  private static Instance restarted(Instance instance) {
    instance.process().start();
    return instance;
  }

  /** The next one is ready before the one before gets no more requests and ends. */
  private void replace(Instance before, Instance next, String service) throws Exception {
    next.awaitReady();
    RoundRobin balancer = balancers.get(service);
    if (balancer != null) {
      balancer.add(next.url());
      balancer.remove(before.url());
    }
    stops = CompletableFuture.allOf(stops, CompletableFuture.runAsync(before.process()::stop));
  }

  private Map<String, String> gatewayEnvironment() {
    return Map.of(
        "USER_SERVICE_URL", url(USER),
        "NUMBERING_SERVICE_URL", url("numbering-service"),
        "BILLING_SERVICE_URL", url("billing-service"));
  }

  /** A service that knows both keys. */
  private Map<String, String> environment(boolean newKeySeals) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SWITCHBOARD_JWKS_URI", url(USER) + "/.well-known/jwks.json");
    for (String key : KEYS) {
      String old = suite.secret(key.equals("LINK") ? "link-key" : "master-key");
      environment.put(
          "SWITCHBOARD_" + key + "_KEY", newKeySeals ? newKey + "," + old : old + "," + newKey);
    }
    return environment;
  }

  private String url(String service) {
    return Objects.requireNonNull(balancers.get(service)).url().toString();
  }

  private List<Company> companies(URI door) throws Exception {
    List<Company> companies = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Company company = Company.signUp(door.toString(), 3, 0, 0);
      ledger.signedUp(company.accountId(), company.adminEmail());
      companies.add(company);
    }
    return companies;
  }

  /** The tests after this one find the suite as it was. */
  private static void restore() {
    suite.processes().values().stream()
        .filter(process -> !process.isAlive())
        .forEach(ManagedProcess::start);
    suite.awaitReady();
  }

  private static String randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
