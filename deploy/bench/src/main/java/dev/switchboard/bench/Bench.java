package dev.switchboard.bench;

import dev.switchboard.bench.client.Companies;
import dev.switchboard.bench.report.Figure;
import dev.switchboard.bench.report.Machine;
import dev.switchboard.bench.report.Report;
import dev.switchboard.bench.sql.Database;
import dev.switchboard.bench.statement.StatementBench;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import dev.switchboard.local.UsageException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The program behind {@code deploy/bench/run}. */
public final class Bench {

  private Bench() {}

  /**
   * Measures everything.
   *
   * @param arguments the project's folder, then the user's options
   */
  public static void main(String[] arguments) throws Exception {
    List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
    if (options.contains("--help")) {
      System.out.print(BenchOptions.HELP);
      return;
    }
    try {
      Path project = Path.of(arguments[0]);
      if (!options.isEmpty() && options.getFirst().equals(StatementBench.OPTION)) {
        StatementBench.measure(project, options.subList(1, options.size()));
        return;
      }
      if (!options.isEmpty() && options.getFirst().equals(DiskBench.OPTION)) {
        DiskBench.measure(project, options.size() == 1 ? 60 : Integer.parseInt(options.get(1)));
        return;
      }
      run(project, BenchOptions.parse(project, options), String.join(" ", options));
    } catch (IllegalArgumentException | UsageException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Path project, BenchOptions options, String arguments) throws Exception {
    double loadBefore = Machine.load();
    Sizes sizes = options.brief() ? Sizes.forShortRun() : Sizes.forFullRun();
    Report report = new Report(System.out);
    Path data = Files.createTempDirectory("switchboard-bench");
    try {
      Options bare = Options.bare(project, data, options.port());
      Suite suite = start(bare, sizes, report);
      try {
        Database database = new Database(suite);
        Companies companies = new Companies(suite);
        Scale scale = new Scale(suite, companies, database, sizes, report);
        scale.measure();
        Rates rates = new Rates(companies, database, sizes, report, scale.watched());
        rates.measure();
        new Loads(companies, sizes, report, scale.watched()).measure();
        report.add(Figure.of("memory after load", mebibytes()));
      } finally {
        suite.close();
      }
    } catch (Exception | AssertionError e) {
      report.say("It failed; data and logs stay in " + data);
      throw e;
    }
    delete(data);
    if (options.brief()) {
      report.note(
          "A short run: small numbers, cold programs. The figures prove that it works, and nothing else.");
    }
    String machine = Machine.describe(loadBefore);
    report.say("\n" + machine + "\n" + report.table());
    report.write(options.results(), ("deploy/bench/run " + arguments).strip(), machine);
    report.say("Written to " + options.results());
  }

  /** Starts it, in a full run twice: from nothing, and again. */
  private static Suite start(Options options, Sizes sizes, Report report) throws Exception {
    Suite suite = timedStart(options, "start-up, nothing there yet: to the first page", report);
    report.add(Figure.of("memory at ready (PSS of PostgreSQL, Kafka, five services)", mebibytes()));
    if (sizes.startTwice()) {
      suite.close();
      suite = timedStart(options, "start-up, later: to the first page", report);
      report.add(Figure.of("memory at ready, later", mebibytes()));
    }
    return suite;
  }

  private static Suite timedStart(Options options, String work, Report report) throws Exception {
    long began = System.nanoTime();
    Suite suite = Suite.start(options, new Progress(System.out));
    double ready = (System.nanoTime() - began) / 1e9;
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest first =
          HttpRequest.newBuilder(URI.create(suite.baseUrl() + "/"))
              .header("Accept", "text/html")
              .build();
      int status = http.send(first, BodyHandlers.discarding()).statusCode();
      double page = (System.nanoTime() - began) / 1e9;
      report.add(
          Figure.of(work, Figure.text("%.1f s (ready: %.1f s; page: %d)", page, ready, status)));
    }
    return suite;
  }

  private static String mebibytes() throws IOException {
    return Figure.text("%.0f MiB", Machine.suiteMemory());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
