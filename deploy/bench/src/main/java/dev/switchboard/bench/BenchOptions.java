package dev.switchboard.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How the measurement is run.
 *
 * @param brief small numbers, under a minute
 * @param port of the gateway; the other ports follow it
 * @param results the document to write
 */
record BenchOptions(boolean brief, int port, Path results) {
  static final String HELP =
      """
      Starts Switchboard with data and ports of its own, measures its speed beside yardsticks, prints a table.

        --short         everything with small numbers, in about a minute; the figures say little
        --port N        port of the gateway (default 18600); the others: N+1 to N+24
        --results FILE  where the table goes (default deploy/bench/RESULTS.md;
                        with --short deploy/bench/target/RESULTS-short.md)
        --statements N… instead of all this: statements issued per second for N accounts of ten users each,
                        such as --statements 10000 100000
        --disk [N]      instead of all this: how much disk an invited user takes, measured for N seconds (60)
        --help          this text
      """;
  private static final int DEFAULT_PORT = 18_600;

  static BenchOptions parse(Path project, List<String> arguments) {
    boolean brief = false;
    int port = DEFAULT_PORT;
    Path results = null;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String name = rest.removeFirst();
      switch (name) {
        case "--short" -> brief = true;
        case "--port" -> port = number(value(name, rest));
        case "--results" -> results = Path.of(value(name, rest));
        default -> throw new IllegalArgumentException("Unknown option " + name + "; see --help.");
      }
    }
    Path folder = project.resolve("deploy/bench");
    Path usual = folder.resolve(brief ? "target/RESULTS-short.md" : "RESULTS.md");
    return new BenchOptions(brief, port, results == null ? usual : results);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("--port needs a number, not " + text + ".", notANumber);
    }
  }

  private static String value(String name, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(name + " needs a value; see --help.");
    }
    return rest.removeFirst();
  }
}
