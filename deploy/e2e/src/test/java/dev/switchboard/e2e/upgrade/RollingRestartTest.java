package dev.switchboard.e2e.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.audit.Auditor;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.e2e.upgrade.Instances.Instance;
import dev.switchboard.local.Suite;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Each service is replaced while companies work: the next instance is there before the one before
 * it ends, as Kubernetes does it. Link key and master key are changed on the way, there and back.
 */
@Timeout(900)
class RollingRestartTest {
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final String USER = "user-service";
  private static final String NOTIFICATION = "notification-service";
  private static final List<String> OTHERS = List.of("numbering-service", "billing-service");
  private static final List<String> KEYS = List.of("MASTER", "LINK");

  private static Suite suite;

  private final Ledger ledger = new Ledger();
  private final Map<String, RoundRobin> balancers = new HashMap<>();
  private final String newKey = randomKey();
  private Instance mails;
  private int mailInstances;

  @BeforeAll
  static void startSuite() {
    suite = RunningSuite.get();
  }

  @Test
  @DisplayName(
      "Every service is replaced twice and the keys are changed under load: no request fails")
  void rolling() throws Exception {
    roll(1, 15);
  }

  @Test
  @Tag("long")
  @DisplayName("Every service is replaced six times under a higher load: no request fails")
  void rollingForLong() throws Exception {
    roll(3, 40);
  }

  private void roll(int rounds, int perSecond) throws Exception {
    try (Instances instances = new Instances(suite)) {
      for (String service : List.of(USER, OTHERS.getFirst(), OTHERS.getLast())) {
        balancers.put(service, new RoundRobin(suite.serviceUrl(service)));
      }
      Instance gateway = instances.start("gateway", 1, gatewayEnvironment());
      gateway.awaitReady();
      mails = instances.first(NOTIFICATION);
      try (RoundRobin door = new RoundRobin(gateway.url())) {
        List<Company> companies = companies(door.url());
        assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
        SteadyLoad load = new SteadyLoad(companies, ledger, perSecond);
        try (load) {
          for (int round = 0; round < rounds; round++) {
            thereAndBack(instances);
          }
          Instance next = instances.start("gateway", 2, gatewayEnvironment());
          next.awaitReady();
          door.add(next.url());
          door.remove(gateway.url());
          gateway.process().stop();
        }
        assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
        assertThat(load.failures()).as(load.answers().toString()).isEmpty();
        assertThat(load.answers())
            .containsKeys("invite 201", "list 200", "numbers 200", "preview 200", "session 200");
      }
    } finally {
      balancers.values().forEach(RoundRobin::close);
      restore();
    }
    assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
    assertThat(new Auditor(suite).audit(ledger)).isEmpty();
  }

  /**
   * First all know the new keys, then the new ones seal, then the old ones again, then alone. Mails
   * are sent to the end by instances that know both.
   */
  private void thereAndBack(Instances instances) throws Exception {
    mails = replace(mails, instances.start(NOTIFICATION, next(), environment(false)), NOTIFICATION);
    List<Instance> others = new ArrayList<>();
    for (String service : OTHERS) {
      Instance first = instances.first(service);
      others.add(replace(first, instances.start(service, 1, environment(false)), service));
    }
    Instance ahead =
        replace(instances.first(USER), instances.start(USER, 1, environment(true)), USER);
    assertThat(ahead.ask("sealedsecrets", "{}")).contains("\"signing keys\":");
    assertThat(ahead.ask("signingkeys", "{}")).contains("signsFrom");
    mails = replace(mails, instances.start(NOTIFICATION, next(), environment(false)), NOTIFICATION);
    Instance behind = replace(ahead, instances.start(USER, 2, environment(false)), USER);
    behind.ask("sealedsecrets", "{}");
    assertThat(behind.ask("sealedsecrets", "{}"))
        .as("nothing is sealed with the key that goes")
        .contains("\"signing keys\":0", "\"two-step secrets\":0");
    replace(behind, restarted(instances.first(USER)), USER);
    for (int i = 0; i < OTHERS.size(); i++) {
      replace(others.get(i), restarted(instances.first(OTHERS.get(i))), OTHERS.get(i));
    }
  }

  private int next() {
    return ++mailInstances;
  }

  private static Instance restarted(Instance instance) {
    instance.process().start();
    return instance;
  }

  /** The next one is ready before the one before gets no more requests and ends. */
  private Instance replace(Instance before, Instance next, String service) throws Exception {
    next.awaitReady();
    RoundRobin balancer = balancers.get(service);
    if (balancer != null) {
      balancer.add(next.url());
      balancer.remove(before.url());
    }
    before.process().stop();
    return next;
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
        .forEach(process -> process.start());
    suite.awaitReady();
  }

  private static String randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
