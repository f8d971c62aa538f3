package dev.switchboard.e2e.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.Steps;
import dev.switchboard.e2e.SuiteFolder;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.audit.VerifyMain;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.e2e.operator.Operator;
import dev.switchboard.e2e.upgrade.SteadyLoad;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import dev.switchboard.local.process.ManagedProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Databases and topics are lost and brought back as docs/operations/README.md says. */
@Tag("long")
@Timeout(1800)
class RestoreDrillTest {
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final Duration AFTER_BACKUP = Duration.ofSeconds(100);
  private static final Duration AFTER_MOMENT = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
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

  /** What is known of the time before the loss. */
  private record Before(
      Backup backup,
      String moment,
      LivingCompany company,
      PayingCompany payer,
      SortedMap<String, String> people,
      String lost) {}

  @Test
  @DisplayName("All databases and topics are lost and restored to one second; nothing is wrong")
  void drill() throws Exception {
    Before before = lifeBeforeTheLoss();
    steps.take("All databases and topics are lost", this::loseEverything);
    long began = System.nanoTime();
    ManagedProcess[] server = new ManagedProcess[1];
    steps.take(
        "1 Databases brought to " + before.moment(),
        () -> server[0] = before.backup().restore(before.moment()));
    String topicsSince = Instant.now().toString();
    steps.take("2 Sent again, sessions ended", () -> prepare(before.backup().access()));
    server[0].stop();

    Suite[] suite = new Suite[1];
    Map<String, String> quietPayments = new HashMap<>(options.environment());
    quietPayments.put(PAYMENTS, "P1D");
    steps.take(
        "3 and 4 New topics, services without payments",
        () ->
            suite[0] =
                Suite.start(options.withEnvironment(quietPayments), new Progress(System.out)));
    try (Suite restored = suite[0]) {
      steps.take("5 Republished, list rebuilt", () -> tellAgain(restored));
      steps.take("  verified", () -> verify(restored, topicsSince));
      assertThat(before.company().askedWithoutSigningIn()).isEqualTo(401);
      before.company().signIn();
      assertThat(before.company().people()).isEqualTo(before.people());
      assertThat(before.company().people()).doesNotContainKey(before.lost());
      before.payer().signIn();
      before.payer().enterCard();
      before.payer().expectUnpaid();
    }
    steps.take(
        "7 Services with payments",
        () -> suite[0] = Suite.start(options, new Progress(System.out)));
    System.out.printf(
        "Restored in %d s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
    try (Suite restored = suite[0]) {
      before.payer().awaitPaidOnce(restored);
      before.company().inviteOneMore(restored);
      verify(restored, topicsSince);
    }
  }

  private Before lifeBeforeTheLoss() throws Exception {
    try (Suite suite = Suite.start(options, new Progress(System.out))) {
      Backup backup = new Backup(suite, data, data.resolve("backups"));
      backup.archiveWal(suite);
      LivingCompany company = LivingCompany.begin(suite);
      PayingCompany payer = PayingCompany.begin(suite);
      List<Company> others = new ArrayList<>();
      for (int i = 0; i < COMPANIES; i++) {
        others.add(Company.signUp(suite.baseUrl(), 3, 0, 0));
      }
      try (SteadyLoad load = new SteadyLoad(others, new Ledger(), PER_SECOND)) {
        steps.take("Base backup under load", backup::takeBase);
        Thread.sleep(AFTER_BACKUP);
        SortedMap<String, String> people = company.people();
        String moment = backup.now();
        String lost = company.loseSomething();
        payer.pay(suite);
        Thread.sleep(AFTER_MOMENT);
        backup.finishArchive();
        assertThat(load.failures()).isEmpty();
        return new Before(backup, moment, company, payer, people, lost);
      }
    }
  }

  /** Mails, payments, secrets and the backups are elsewhere. */
  private void loseEverything() throws IOException {
    for (String part : List.of("postgres", "kafka")) {
      try (Stream<Path> files = Files.walk(data.resolve(part))) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void prepare(ServerAccess server) throws Exception {
    for (String database : ServerAccess.DATABASES) {
      System.out.printf(
          "         %s: %s sent again, %s were unsent, last taken in %s%n",
          database,
          server.text(database, "select send_again()"),
          server.text(database, "select count(*) from outbox"),
          server.text(database, "select max(received_at) from inbox"));
    }
    server.execute(
        "user_service", "update session set ended_at = clock_timestamp() where ended_at is null");
  }

  private void tellAgain(Suite suite) throws Exception {
    Operator operator = new Operator(suite::managementUrl);
    for (String topic : new TreeSet<>(Operator.OWNERS.keySet())) {
      steps.take("  " + topic, () -> System.out.println(operator.republish(topic)));
    }
    operator.rebuildDirectory();
    for (String topic : Operator.OF_DIRECTORY) {
      operator.republish(topic);
    }
    assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
  }

  /** As {@code deploy/e2e/verify --topics-since} does. */
  private static void verify(Suite suite, String topicsSince) throws Exception {
    Map<String, String> environment = new HashMap<>();
    for (String database : ServerAccess.DATABASES) {
      String prefix = database.toUpperCase(Locale.ROOT) + "_DATABASE_";
      environment.put(prefix + "URL", suite.postgres().url(database));
      environment.put(prefix + "USER", database);
      environment.put(prefix + "PASSWORD", suite.secret("service-password"));
    }
    environment.put("KAFKA_BOOTSTRAP_SERVERS", suite.kafka().bootstrapServers());
    environment.put(VerifyMain.TOPICS_SINCE, topicsSince);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exit =
        VerifyMain.run(
            environment,
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            QUIET,
            BETWEEN_LOOKS);
    assertThat(exit).as(printed.toString(StandardCharsets.UTF_8)).isZero();
  }
}
