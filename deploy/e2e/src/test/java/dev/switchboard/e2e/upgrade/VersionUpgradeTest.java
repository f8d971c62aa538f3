package dev.switchboard.e2e.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.Steps;
import dev.switchboard.e2e.SuiteFolder;
import dev.switchboard.e2e.audit.Auditor;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.e2e.operator.Operator;
import dev.switchboard.e2e.upgrade.Instances.Instance;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A suite of an older version becomes one of this version while companies work, goes back, and
 * becomes one of this version again, as docs/operations/upgrades.md says. {@code
 * deploy/e2e/upgrade-run} builds the older version and says where it is.
 */
@Tag("long")
@Timeout(1800)
class VersionUpgradeTest {
  private static final Path NEW = Path.of("../..");
  private static final String OLD = "upgrade.from";
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final Duration WITH_NEW_TABLES = Duration.ofSeconds(10);
  private static final Duration SIDE_BY_SIDE = Duration.ofSeconds(5);
  private static final int PER_SECOND = 12;
  private static final int COMPANIES = 4;

  private final Ledger ledger = new Ledger();
  private final Steps steps = new Steps();
  private Path old = NEW;
  private int started;

  @BeforeEach
  void findOldVersion() {
    String folder = System.getProperty(OLD);
    assertThat(folder).as("the folder of the older version, built, in " + OLD).isNotNull();
    old = Path.of(folder);
    assertThat(Files.isDirectory(old.resolve("user-service/target"))).as(folder).isTrue();
  }

  @Test
  @DisplayName("Upgraded, taken back and upgraded again under load: no request fails")
  void upgrade() throws Exception {
    Path data = SuiteFolder.emptied(Path.of("target/upgrade"));
    Options options = Options.bare(old, data, FreePorts.base());
    Progress progress = new Progress(System.out);
    try (Suite suite = Suite.start(options, progress);
        Instances before = new Instances(suite, old);
        Instances after = new Instances(suite, NEW);
        Rollout rollout = new Rollout(suite)) {
      URI door = rollout.open(start(before, rollout, Rollout.GATEWAY));
      List<Company> companies = companies(door);
      assertThat(Quiet.of(suite).await(QUIET)).isEmpty();

      SteadyLoad load = new SteadyLoad(companies, ledger, PER_SECOND);
      try (load) {
        steps.take("New migrations", () -> suite.migrate(NEW));
        Thread.sleep(WITH_NEW_TABLES);
        steps.take("Upgrade", () -> forward(rollout, after));
        steps.take("Back", () -> back(rollout, before, suite));
        steps.take("Upgrade again", () -> forward(rollout, after));
      }
      rollout.awaitEnds();
      assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
      assertThat(load.failures()).as(load.answers().toString()).isEmpty();
      assertThat(load.answers())
          .containsKeys("invite 201", "edit 200", "list 200", "numbers 200", "preview 200");
      System.out.println(load.answers());

      steps.take("After the upgrade", () -> afterwards(rollout));
      assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
      assertThat(new Auditor(suite).audit(ledger)).isEmpty();
    }
  }

  /** Who answers with keys goes last: those that the suite has started know no other. */
  private void forward(Rollout rollout, Instances after) throws Exception {
    for (String service : Rollout.OTHERS) {
      replace(rollout, service, start(after, rollout, service));
    }
    replace(rollout, Rollout.GATEWAY, start(after, rollout, Rollout.GATEWAY));
    replace(rollout, Rollout.USER, start(after, rollout, Rollout.USER));
    rollout.awaitEnds();
  }

  private void back(Rollout rollout, Instances before, Suite suite) throws Exception {
    replace(rollout, Rollout.USER, restarted(suite, Rollout.USER));
    replace(rollout, Rollout.GATEWAY, start(before, rollout, Rollout.GATEWAY));
    for (String service : Rollout.OTHERS) {
      replace(rollout, service, restarted(suite, service));
    }
    rollout.awaitEnds();
  }

  private void replace(Rollout rollout, String service, Instance next) throws Exception {
    steps.take("  " + next.process().name(), () -> rollout.replace(service, next, SIDE_BY_SIDE));
  }

  private Instance start(Instances instances, Rollout rollout, String service) {
    started++;
    return instances.start(service, started, rollout.environment(service));
  }

  private static Instance restarted(Suite suite, String service) {
    Instance first = Instances.first(suite, service);
    first.process().start();
    return first;
  }

  /** Columns of the list that the old version did not know are filled. */
  private static void afterwards(Rollout rollout) throws Exception {
    Operator operator = new Operator(rollout::managementUrl);
    operator.rebuildDirectory();
    for (String topic : Operator.OF_DIRECTORY) {
      operator.republish(topic);
    }
  }

  private List<Company> companies(URI door) throws Exception {
    List<Company> companies = new ArrayList<>();
    for (int i = 0; i < COMPANIES; i++) {
      Company company = Company.signUp(door.toString(), 3, 0, 0);
      ledger.signedUp(company.accountId(), company.adminEmail());
      companies.add(company);
    }
    return companies;
  }
}
