package dev.switchboard.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/** What the figures were taken on, and how much memory the suite takes; reads Linux's /proc. */
public final class Machine {
  private static final double KIB_PER_MIB = 1024;
  private static final double KIB_PER_GIB = 1024 * 1024;
  private static final double BUSY = 2;

  private Machine() {}

  /** The load average of the last minute. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /**
   * Date and machine as a Markdown list.
   *
   * @param loadBefore the load average before anything was started
   */
  public static String describe(double loadBefore) throws IOException {
    String shared =
        loadBefore < BUSY
            ? "nothing else of weight ran at the start"
            : "**shared with other work; the figures are too low**";
    return Figure.text(
        """
        - Date: %s
        - Machine: %d cores (%s), %.1f GiB memory, %s %s
        - JDK: %s %s
        - PostgreSQL: fsync on, synchronous_commit on, shared_buffers 128 MB; all parts and the clients on this machine
        - Load average before: %.2f (%s)
        """,
        ZonedDateTime.now(ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")),
        Runtime.getRuntime().availableProcessors(),
        value("/proc/cpuinfo", "model name"),
        Long.parseLong(value("/proc/meminfo", "MemTotal").split(" ")[0]) / KIB_PER_GIB,
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.vendor"),
        Runtime.version(),
        loadBefore,
        shared);
  }

  /** Proportional set sizes of all processes that this one has started, in MiB. */
  public static double suiteMemory() throws IOException {
    double mebibytes = 0;
    for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
      mebibytes += memory(process.pid());
    }
    return mebibytes;
  }

  /** Proportional set size of one process, in MiB; 0 when it is gone. */
  public static double memory(long pid) throws IOException {
    Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    return Files.exists(rollup)
        ? Long.parseLong(value(rollup.toString(), "Pss").split(" ")[0]) / KIB_PER_MIB
        : 0;
  }

  private static String value(String file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }
}
