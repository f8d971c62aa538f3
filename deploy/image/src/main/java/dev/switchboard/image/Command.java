package dev.switchboard.image;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
final class Command {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private Command() {}

  /**
   * Its output goes to the log; an end with anything but 0 is an error that shows it.
   *
   * @param folder where it works
   */
  static void run(List<String> command, Path folder, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(command.getFirst() + " took longer than " + TIMEOUT);
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            String.join(" ", command)
                + " ended with "
                + process.exitValue()
                + "\n"
                + Folders.tail(log));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /** A program of the JDK that runs this. */
  static String ofJdk(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
