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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final List<String> KEYS = List.of("MASTER", "LINK");

  private static Suite suite;

  private final Ledger ledger = new Ledger();
  private final String newKey = randomKey();

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
    try (Instances instances = new Instances(suite, Path.of("../.."));
        Rollout rollout = new Rollout(suite)) {
      Instance gateway = instances.start(Rollout.GATEWAY, 1, rollout.environment(Rollout.GATEWAY));
      List<Company> companies = companies(rollout.open(gateway));
      assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
      SteadyLoad load = new SteadyLoad(companies, ledger, perSecond);
      try (load) {
        replaceAll(instances, rollout);
        if (back) {
          goBack(instances, rollout);
        }
      }
      rollout.awaitEnds();
      assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
      assertThat(load.failures()).as(load.answers().toString()).isEmpty();
      assertThat(load.answers())
          .containsKeys("invite 201", "edit 200", "list 200", "numbers 200", "preview 200");
    } finally {
      restore();
    }
    assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
    assertThat(new Auditor(suite).audit(ledger)).isEmpty();
  }

  /**
   * First who opens links knows the new keys, then user-service seals with them, then with the old
   * ones again. The last instance of notification-service knows both until all mails are sent.
   */
  private void replaceAll(Instances instances, Rollout rollout) throws Exception {
    Map<String, Instance> others = new LinkedHashMap<>();
    for (String service : Rollout.OTHERS) {
      others.put(service, instances.start(service, 1, environment(rollout, false)));
    }
    for (Map.Entry<String, Instance> next : others.entrySet()) {
      rollout.replace(next.getKey(), next.getValue());
    }
    Instance nextGateway =
        instances.start(Rollout.GATEWAY, 2, rollout.environment(Rollout.GATEWAY));
    Instance ahead = instances.start(Rollout.USER, 1, environment(rollout, true));
    rollout.replace(Rollout.GATEWAY, nextGateway);
    rollout.replace(Rollout.USER, ahead);
    assertThat(ahead.ask("sealedsecrets", "{}")).contains("\"signing keys\":");
    assertThat(ahead.ask("signingkeys", "{}")).contains("signsFrom");

    Instance behind = instances.start(Rollout.USER, 2, environment(rollout, false));
    rollout.replace(Rollout.USER, behind);
    behind.ask("sealedsecrets", "{}");
    assertThat(behind.ask("sealedsecrets", "{}"))
        .as("nothing is sealed with the key that goes")
        .contains("\"signing keys\":0", "\"two-step secrets\":0");
  }

  private void goBack(Instances instances, Rollout rollout) throws Exception {
    rollout.awaitEnds();
    rollout.replace(Rollout.USER, restarted(Rollout.USER));
    for (String service : Rollout.OTHERS) {
      rollout.replace(
          service,
          service.equals(Rollout.NOTIFICATION)
              ? instances.start(service, 2, environment(rollout, false))
              : restarted(service));
    }
    rollout.replace(
        Rollout.GATEWAY, instances.start(Rollout.GATEWAY, 3, rollout.environment(Rollout.GATEWAY)));
  }

  private static Instance restarted(String service) {
    Instance first = Instances.first(suite, service);
    first.process().start();
    return first;
  }

  /** A service that knows both keys. */
  private Map<String, String> environment(Rollout rollout, boolean newKeySeals) {
    Map<String, String> environment = new HashMap<>(rollout.environment(Rollout.USER));
    for (String key : KEYS) {
      String old = suite.secret(key.equals("LINK") ? "link-key" : "master-key");
      environment.put(
          "SWITCHBOARD_" + key + "_KEY", newKeySeals ? newKey + "," + old : old + "," + newKey);
    }
    return environment;
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
