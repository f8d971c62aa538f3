package dev.switchboard.e2e.fault;

import dev.switchboard.e2e.SuiteFolder;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import dev.switchboard.local.UsageException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The fault run as a program: exit code 0 when nothing was lost or doubled. */
public final class FaultRunMain {
  private static final String HELP =
      """
      Starts a suite of its own, invites at a steady rate, and meanwhile kills and freezes its
      processes at random: services, Kafka and PostgreSQL. Then it waits until all is quiet and
      proves that nothing was lost or doubled. Data and logs stay in deploy/e2e/target/fault-run.

        --seconds N   how long (default 60)
        --rate N      invitations a second (default 8)
        --runs N      so many runs on the same suite, with the seeds S, S+1 … (default 1)
        --seed S      the same faults again (default: a random one, which is printed)
        --help        this text
      """;

  private FaultRunMain() {}

  private record Arguments(Duration time, int rate, int runs, long seed) {

    static Arguments parse(List<String> words) {
      Arguments arguments =
          new Arguments(Duration.ofMinutes(1), 8, 1, new SecureRandom().nextInt(1_000_000));
      for (int i = 0; i < words.size(); i += 2) {
        long value = number(words, i);
        arguments =
            switch (words.get(i)) {
              case "--seconds" ->
                  new Arguments(
                      Duration.ofSeconds(value), arguments.rate, arguments.runs, arguments.seed);
              case "--rate" ->
                  new Arguments(
                      arguments.time, Math.toIntExact(value), arguments.runs, arguments.seed);
              case "--runs" ->
                  new Arguments(
                      arguments.time, arguments.rate, Math.toIntExact(value), arguments.seed);
              case "--seed" -> new Arguments(arguments.time, arguments.rate, arguments.runs, value);
              default ->
                  throw new IllegalArgumentException(
                      "unknown option " + words.get(i) + "; see --help");
            };
      }
      return arguments;
    }

    private static long number(List<String> words, int option) {
      try {
        return Long.parseLong(words.get(option + 1));
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        throw new IllegalArgumentException(words.get(option) + " needs a number; see --help", e);
      }
    }
  }

  /**
   * Runs it.
   *
   * @param words the project's folder, then options
   */
  public static void main(String[] words) throws Exception {
    List<String> options = List.of(words).subList(1, words.length);
    if (options.contains("--help")) {
      System.out.print(HELP);
      return;
    }
    try {
      System.exit(run(Path.of(words[0]), Arguments.parse(options)) ? 0 : 1);
    } catch (UsageException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(Path project, Arguments arguments) throws Exception {
    Progress progress = new Progress(System.out);
    Path data = SuiteFolder.emptied(project.resolve("deploy/e2e/target/fault-run"));
    boolean isClean = true;
    try (Suite suite = Suite.start(Options.bare(project, data, FreePorts.base()), progress)) {
      for (int run = 0; run < arguments.runs(); run++) {
        long seed = arguments.seed() + run;
        System.out.printf(
            "Seed %d, %d s, %d invitations a second%n",
            seed, arguments.time().toSeconds(), arguments.rate());
        FaultRun.Result result = run(suite, arguments, seed);
        print(result, seed);
        isClean &= result.isClean();
      }
    }
    System.out.println("Logs: " + data.resolve("logs"));
    return isClean;
  }

  private static FaultRun.Result run(Suite suite, Arguments arguments, long seed) throws Exception {
    long began = System.nanoTime();
    List<Fault> faults =
        Fault.plan(new ArrayList<>(suite.processes().keySet()), arguments.time(), new Random(seed));
    return new FaultRun(
            suite,
            seed,
            line -> System.out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, line))
        .run(arguments.time(), arguments.rate(), faults);
  }

  private static void print(FaultRun.Result result, long seed) {
    System.out.printf(
        "%d faults, %d invited; answers: %s%n",
        result.faults(), result.invited(), result.answers());
    System.out.printf(
        "ready %.1f s after the last fault, quiet %.1f s later%n",
        result.ready().toMillis() / 1e3, result.quiet().toMillis() / 1e3);
    result.complaints().forEach(System.out::println);
    System.out.println(
        result.isClean()
            ? "Nothing was lost or doubled."
            : "%d complaints; again with --seed %d".formatted(result.complaints().size(), seed));
  }
}
