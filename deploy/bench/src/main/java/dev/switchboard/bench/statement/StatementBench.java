package dev.switchboard.bench.statement;

import dev.switchboard.bench.report.Figure;
import dev.switchboard.bench.report.Machine;
import dev.switchboard.bench.report.Report;
import dev.switchboard.bench.sql.Database;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code deploy/bench/run --statements} does: how many statements the running suite issues per
 * second, with their lines, payments and events, and how much memory billing-service takes for it.
 * Prints lines for RESULTS.md.
 */
public final class StatementBench {
  /** What asks for this measurement. */
  public static final String OPTION = "--statements";

  private static final String BILLING = "billing_service";
  private static final String SERVICE = "billing-service";
  private static final int WARM_UP = 5_000;
  private static final long POLL_MILLIS = 200;

  private final Suite suite;
  private final Database database;

  private StatementBench(Suite suite) {
    this.suite = suite;
    this.database = new Database(suite);
  }

  /**
   * Measures, and prints the table.
   *
   * @param project the project's folder
   * @param accounts how many, one number for each measurement
   */
  public static void measure(Path project, List<String> accounts) throws Exception {
    double loadBefore = Machine.load();
    Path data = Files.createTempDirectory("switchboard-statements");
    Options options = Options.bare(project, data, FreePorts.base());
    Progress progress = new Progress(System.out);
    try (Suite suite = Suite.start(options, progress)) {
      // The mails wait on their topic: what is measured is billing-service.
      suite.process("notification-service").pause();
      StatementBench bench = new StatementBench(suite);
      bench.measure("0", WARM_UP);
      List<String> table = new ArrayList<>();
      for (int i = 0; i < accounts.size(); i++) {
        table.add(bench.measure(Integer.toString(i + 1), Integer.parseInt(accounts.get(i))));
      }
      Report report = new Report(System.out);
      report.say(Machine.describe(loadBefore));
      report.say(
          "| accounts of 10 users | statements/s | until all events are sent | memory of billing-service at most |");
      report.say("|---|---|---|---|");
      table.forEach(report::say);
    }
  }

  private String measure(String run, int accounts) throws Exception {
    long before = issued();
    new StatementLoader(database).load(run, accounts);
    long began = System.nanoTime();
    double most = 0;
    while (issued() < before + accounts) {
      most = Math.max(most, Machine.memory(suite.process(SERVICE).pid()));
      Thread.sleep(POLL_MILLIS);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    while (database.count(BILLING, "select count(*) from outbox") > 0) {
      most = Math.max(most, Machine.memory(suite.process(SERVICE).pid()));
      Thread.sleep(POLL_MILLIS);
    }
    double sent = (System.nanoTime() - began) / 1e9;
    return Figure.text(
        "| %d | %.0f (all in %.1f s) | %.1f s | %.0f MiB |",
        accounts, accounts / seconds, seconds, sent, most);
  }

  private long issued() throws Exception {
    return database.count(BILLING, "select count(*) from statement");
  }
}
