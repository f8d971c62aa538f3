package dev.switchboard.e2e.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.Steps;
import dev.switchboard.e2e.SuiteFolder;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.e2e.upgrade.SteadyLoad;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import dev.switchboard.local.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases and topics are lost and brought back as docs/operations/README.md says. */
@Tag("long")
@Timeout(1800)
class RestoreDrillTest {
  private static final Duration AFTER_BACKUP = Duration.ofSeconds(100);
  private static final Duration AFTER_MOMENT = Duration.ofSeconds(15);
  private static final Duration READ_AGAIN = Duration.ofHours(1);
  private static final int MINUTES_BEFORE = 40;
  private static final int MINUTES_AFTER = 90;
  private static final int PER_SECOND = 20;
  private static final int COMPANIES = 4;

  /** Shorter than the load, so that most of what was sent can't be sent again. */
  private static final String KEEP_SENT = "SWITCHBOARD_OUTBOX_KEEPSENT";

  private static final String PAYMENTS = "SWITCHBOARD_PAYMENTS_RUN_EVERY";

  private final Steps steps = new Steps();
  private final Path data = SuiteFolder.emptied(Path.of("target/restore"));
  private final Options options =
      Options.bare(Path.of("../.."), data, FreePorts.base())
          .withEnvironment(Map.of(KEEP_SENT, "PT20S"));

  RestoreDrillTest() throws IOException {}

  /** What becomes of the Kafka of before. */
  enum OldKafka {
    LOST,
    /** It may be ahead of the databases; its topics are deleted. */
    STAYS
  }

  /** What is known of the time before the loss. */
  private record Before(
      Backup backup,
      String moment,
      LivingCompany company,
      PayingCompany payer,
      CallingUser caller,
      SortedMap<String, String> people,
      String lost) {}

  @ParameterizedTest(name = "{0}")
  @EnumSource(OldKafka.class)
  @DisplayName("All databases are restored to one second, with new topics; nothing is wrong")
  void drill(OldKafka kafka) throws Exception {
    Before before = lifeBeforeTheLoss(kafka);
    steps.take("The databases are lost, Kafka " + kafka, () -> lose(kafka));
    long began = System.nanoTime();
    ManagedProcess server =
        steps.result(
            "1 Databases brought to " + before.moment(),
            () -> before.backup().restore(before.moment()));
    steps.take("2 Sent again, sessions ended", () -> prepare(before.backup().access()));
    server.stop();
    String topicsSince = Instant.now().toString();
    try (Suite suite = steps.result("3, 4 New topics, services without payments", this::quietly)) {
      Restored restored = new Restored(suite, topicsSince);
      steps.take("5 Republished, list rebuilt", () -> restored.tellAgain(steps));
      steps.take("  verified", restored::verify);
      assertThat(before.company().askedWithoutSigningIn()).isEqualTo(401);
      before.company().signIn();
      assertThat(before.company().people()).isEqualTo(before.people());
      assertThat(before.company().people()).doesNotContainKey(before.lost());
      before.caller().signIn();
      before.caller().awaitMinutes(kafka == OldKafka.STAYS ? MINUTES_AFTER : MINUTES_BEFORE);
      before.payer().signIn();
      before.payer().enterCard();
      before.payer().expectUnpaid();
    }
    try (Suite suite = steps.result("7 Services with payments", () -> start(options))) {
      System.out.printf(
          "Restored in %d s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
      before.payer().awaitPaidOnce(suite);
      before.company().inviteOneMore(suite);
      new Restored(suite, topicsSince).verify();
    }
  }

  private static Suite start(Options options) {
    return Suite.start(options, new Progress(System.out));
  }

  /** So that nothing is charged yet. */
  private Suite quietly() {
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.put(PAYMENTS, "P1D");
    return start(options.withEnvironment(environment));
  }

  private Before lifeBeforeTheLoss(OldKafka kafka) throws Exception {
    try (Suite suite = start(options)) {
      Backup backup = new Backup(suite, data, data.resolve("backups"));
      backup.archiveWal(suite);
      LivingCompany company = LivingCompany.begin(suite);
      PayingCompany payer = PayingCompany.begin(suite);
      CallingUser caller = CallingUser.begin(suite);
      List<Company> others = new ArrayList<>();
      for (int i = 0; i < COMPANIES; i++) {
        others.add(Company.signUp(suite.baseUrl(), 3, 0, 0));
      }
      SteadyLoad load = new SteadyLoad(others, new Ledger(), PER_SECOND);
      Before before;
      try (load) {
        steps.take("Base backup under load", backup::takeBase);
        Thread.sleep(AFTER_BACKUP);
        caller.tell(suite, MINUTES_BEFORE);
        SortedMap<String, String> people = company.people();
        String moment = backup.now();
        String lost = company.loseSomething();
        before = new Before(backup, moment, company, payer, caller, people, lost);
        payer.pay(suite);
        caller.tell(suite, MINUTES_AFTER);
        Thread.sleep(AFTER_MOMENT);
        backup.finishArchive();
      }
      assertThat(load.failures()).isEmpty();
      if (kafka == OldKafka.STAYS) {
        deleteTopics(suite);
      }
      return before;
    }
  }

  private void deleteTopics(Suite suite) throws Exception {
    suite
        .processes()
        .forEach((name, process) -> {
          if (name.endsWith("-service") || name.equals("gateway")) {
            process.stop();
          }
        });
    try (OldTopics topics = new OldTopics(suite)) {
      steps.take("Topics of before deleted", topics::delete);
      topics.goBack(Instant.now().minus(READ_AGAIN));
    }
  }

  /** Mails, payments, secrets and the backups are elsewhere. */
  private void lose(OldKafka kafka) throws IOException {
    delete(data.resolve("postgres"));
    if (kafka == OldKafka.LOST) {
      delete(data.resolve("kafka"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void prepare(ServerAccess server) throws Exception {
    for (String database : ServerAccess.DATABASES) {
      System.out.printf(
          "         %s: %s sent again, %s to be sent in all, last taken in %s%n",
          database,
          server.text(database, "select send_again()"),
          server.text(database, "select count(*) from outbox"),
          server.text(database, "select max(received_at) from inbox"));
    }
    server.execute(
        "user_service", "update session set ended_at = clock_timestamp() where ended_at is null");
  }
}
