package dev.switchboard.bench;

import dev.switchboard.bench.client.Companies;
import dev.switchboard.bench.client.Tenant;
import dev.switchboard.bench.report.Figure;
import dev.switchboard.bench.report.Machine;
import dev.switchboard.bench.report.Report;
import dev.switchboard.bench.sql.Database;
import dev.switchboard.bench.timing.ClosedLoop;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code deploy/bench/run --disk} does: how much disk one invited user takes, in each
 * database, in Kafka and in PostgreSQL's log, and how much of it goes after a while. Prints lines
 * for RESULTS.md.
 */
final class DiskBench {
  /** What asks for this measurement. */
  static final String OPTION = "--disk";

  private static final List<String> DATABASES =
      List.of("user_service", "numbering_service", "billing_service", "notification_service");
  private static final int CONNECTIONS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  /** Of events taken in (30 days), repeated answers (a day), what was sent (an hour). */
  private static final String FOR_A_WHILE = "'inbox', 'idempotency_key', 'outbox_sent', 'outbox'";

  private final Path data;
  private final Database database;

  private DiskBench(Path data, Database database) {
    this.data = data;
    this.database = database;
  }

  /** Bytes. */
  private record Sizes(
      Map<String, Long> lasting, Map<String, Long> passing, long kafka, long wal) {}

  /**
   * Measures, and prints the table.
   *
   * @param project the project's folder
   * @param seconds how long people are invited
   */
  static void measure(Path project, int seconds) throws Exception {
    double loadBefore = Machine.load();
    Path data = Files.createTempDirectory("switchboard-disk");
    Options options = Options.bare(project, data, FreePorts.base());
    Progress progress = new Progress(System.out);
    try (Suite suite = Suite.start(options, progress)) {
      Database database = new Database(suite);
      DiskBench bench = new DiskBench(data, database);
      Tenant tenant = new Companies(suite).signUp();
      Pipeline pipeline = new Pipeline(database, List.of(tenant));
      invite(tenant, WARM_UP);
      pipeline.awaitQuiet();
      long usersBefore = pipeline.users();
      Sizes before = bench.sizes();
      invite(tenant, Duration.ofSeconds(seconds));
      pipeline.awaitQuiet();
      Sizes after = bench.sizes();
      long users = pipeline.users() - usersBefore;
      Report report = new Report(System.out);
      report.say(Machine.describe(loadBefore));
      report.say("%d users invited".formatted(users));
      report.say("| where | bytes per invited user | and for a while |");
      report.say("|---|---|---|");
      for (String each : DATABASES) {
        report.say(
            row(each, perUser(before.lasting, after.lasting, each, users))
                + " %d |".formatted(perUser(before.passing, after.passing, each, users)));
      }
      report.say(
          row("Kafka, each replica", 0) + " %d |".formatted((after.kafka - before.kafka) / users));
      report.say(
          row("PostgreSQL's write-ahead log", 0)
              + " %d |".formatted((after.wal - before.wal) / users));
    }
  }

  private static String row(String where, long bytes) {
    return Figure.text("| %s | %d |", where, bytes);
  }

  private static long perUser(
      Map<String, Long> before, Map<String, Long> after, String key, long users) {
    return (after.getOrDefault(key, 0L) - before.getOrDefault(key, 0L)) / users;
  }

  private static void invite(Tenant tenant, Duration time) throws Exception {
    ClosedLoop.perSecond(
        CONNECTIONS,
        time,
        worker -> new HttpWork(tenant.gateway(), () -> tenant.invite("José", "Okafor")));
  }

  private Sizes sizes() throws SQLException, IOException {
    Map<String, Long> lasting = new TreeMap<>();
    Map<String, Long> passing = new TreeMap<>();
    for (String each : DATABASES) {
      vacuum(each);
      lasting.put(each, bytes(each, "not in"));
      passing.put(each, bytes(each, "in"));
    }
    return new Sizes(
        lasting,
        passing,
        kafka(),
        database.count(DATABASES.getFirst(), "select pg_current_wal_lsn() - '0/0'::pg_lsn"));
  }

  /** So that dead rows of one look are not counted at the next. */
  private void vacuum(String name) throws SQLException {
    try (Connection connection = database.superuser(name);
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  private long bytes(String name, String which) throws SQLException {
    return database.count(
        name,
        """
        select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname %s (%s)
        """
            .formatted(which, FOR_A_WHILE));
  }

  /** The records, without indexes, which Kafka makes in advance. */
  private long kafka() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("kafka"))) {
      long bytes = 0;
      for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
