package dev.switchboard.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * A service's boot jar, unpacked so that it starts quicker, with an AOT cache (JDK 25) as soon as
 * one has been made. Both belong to one jar and are made anew for another.
 */
public final class ServiceJar {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final String service;
  private final Path folder;
  private final Path application;

  private ServiceJar(String service, Path folder, Path application) {
    this.service = service;
    this.folder = folder;
    this.application = application;
  }

  /**
   * Unpacks the jar of a service unless that is done.
   *
   * @param module the module's folder, whose {@code target} has the jar
   * @param parent where unpacked jars are kept
   */
  public static ServiceJar unpack(String service, Path module, Path parent) {
    Path jar = find(module.resolve("target"), service);
    try {
      String version = checksum(jar) + "-" + Runtime.version();
      Path folder = parent.resolve(service + "-" + version);
      if (!Files.exists(folder)) {
        deleteOthers(parent, service);
        Path unfinished = Files.createTempDirectory(parent, "unpacking");
        run(
            List.of(
                java(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                unfinished.toString()),
            Map.of(),
            parent.resolve(service + ".extract.log"));
        Files.move(unfinished, folder);
      }
      return new ServiceJar(service, folder, folder.resolve(jar.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command that runs it. */
  public List<String> command() {
    List<String> command = base();
    if (Files.exists(cache())) {
      command.add("-XX:AOTCache=" + cache());
      command.add("-XX:AOTMode=auto");
      command.add("-Xlog:aot=off,cds=off");
    }
    command.add("-jar");
    command.add(application.toString());
    return command;
  }

  /**
   * Runs another program of the jar to its end.
   *
   * @param log where it writes what it has to say
   * @throws IllegalStateException when it fails
   */
  public void run(String mainClass, Map<String, String> environment, Path log) {
    List<String> command = base();
    command.addAll(List.of("-cp", application.toString(), mainClass));
    try {
      run(command, environment, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes the AOT cache, by a start that ends before anything is served. Slow; no error if it
   * fails.
   */
  public void train(Map<String, String> environment) {
    if (Files.exists(cache())) {
      return;
    }
    Path unfinished = folder.resolve("unfinished.aot");
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(base());
    command.add("-XX:AOTCacheOutput=" + unfinished);
    command.add("-Dspring.context.exit=onRefresh");
    command.add("-jar");
    command.add(application.toString());
    try {
      run(command, environment, folder.resolve("training.log"));
      if (Files.exists(unfinished)) {
        Files.move(unfinished, cache());
      }
    } catch (IOException | IllegalStateException withoutCache) {
      System.getLogger(ServiceJar.class.getName())
          .log(
              System.Logger.Level.INFO,
              "No AOT cache for " + service + ": " + withoutCache.getMessage());
    }
  }

  private Path cache() {
    return folder.resolve("app.aot");
  }

  private static List<String> base() {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1", // ready in half the time; see the README
                "-Xms48m",
                "-Xmx256m",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
    String more = System.getenv("SWITCHBOARD_JAVA_OPTIONS");
    if (more != null && !more.isBlank()) {
      command.addAll(List.of(more.strip().split("\\s+")));
    }
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void run(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      if (!process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("it took longer than " + TIMEOUT + "; see " + log);
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException("it ended with " + process.exitValue() + "; see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path find(Path target, String service) {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(service + "-[0-9].*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no jar of " + service + " in " + target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checksum(Path jar) throws IOException {
    CRC32C checksum = new CRC32C();
    try (InputStream content = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
      byte[] buffer = new byte[1 << 16];
      while (content.read(buffer) >= 0) {
        // The checksum is all that is wanted.
      }
    }
    return Long.toHexString(checksum.getValue());
  }

  private static void deleteOthers(Path parent, String service) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path folder :
          folders
              .filter(each -> each.getFileName().toString().startsWith(service + "-"))
              .toList()) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
