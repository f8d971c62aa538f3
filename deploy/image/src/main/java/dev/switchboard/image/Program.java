package dev.switchboard.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What goes into an image.
 *
 * @param name also the image's
 * @param module the module's folder, whose {@code target} has the jar
 * @param description for the label
 */
record Program(String name, String module, String description) {
  /** The bill of materials that the build makes beside the jar. */
  static final String BILL = "bom.json";

  /** Makes the topics of a Kafka, once before each install and upgrade. */
  static final Program TOPICS =
      new Program("topics", "deploy/local", "Makes Switchboard's Kafka topics");

  static final List<Program> ALL =
      List.of(
          service("user-service", "Accounts, users, sessions and the list of users"),
          service("numbering-service", "Phone numbers, extensions and conference bridges"),
          service("billing-service", "Plans, seats, statements and payments"),
          service("notification-service", "Mails"),
          service("gateway", "The one door, and the console"),
          TOPICS);

  /** Of the launcher's libraries, those that the making of topics needs. */
  private static final Pattern TOPICS_LIBRARIES =
      Pattern.compile(
          "(kafka-clients|jackson-(core|databind|annotations|dataformat-yaml)|snakeyaml-engine"
              + "|contracts|slf4j-api|logback-(core|classic)|lz4-java|snappy-java|zstd-jni"
              + "|jspecify)-[0-9].*");

  private static final Pattern VERSION = Pattern.compile(".*?-([0-9].*)\\.jar");

  private static Program service(String name, String description) {
    return new Program(name, name, description);
  }

  static Program named(String name) {
    return ALL.stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no program " + name));
  }

  boolean isService() {
    return !equals(TOPICS);
  }

  /** What the image runs in /app, without a shell; {@code JDK_JAVA_OPTIONS} adds flags. */
  List<String> entrypoint() {
    List<String> command = new ArrayList<>(List.of(JavaRuntime.HOME + "/bin/java"));
    command.addAll(AotCache.FLAGS);
    if (isService()) {
      command.add("-XX:AOTCache=" + AotCache.FILE);
      command.addAll(List.of("-jar", AotCache.JAR));
    } else {
      command.addAll(List.of("-cp", AotCache.JAR + ":lib/*", "dev.switchboard.local.MakeTopics"));
    }
    return command;
  }

  /** The version in the name of its jar. */
  String version(Path project) throws IOException {
    Matcher version = VERSION.matcher(jar(project).getFileName().toString());
    return version.matches() ? version.group(1) : "unknown";
  }

  /** The built jar. */
  Path jar(Path project) throws IOException {
    Path target = project.resolve(module).resolve("target");
    Pattern itsJar = Pattern.compile(Path.of(module).getFileName() + "-[0-9].*\\.jar");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        return files
            .filter(file -> itsJar.matcher(file.getFileName().toString()).matches())
            .findFirst()
            .orElseThrow(() -> new IOException("no jar in " + target));
      }
    }
    throw new IOException(module + " is not built");
  }

  /**
   * Lays out an image's {@code app} and {@code java} in a folder: jar, libraries, runtime. A
   * service's cache is trained there, with exactly the files that the image gets.
   */
  Path stage(Path project, Path folder, Path runtime) throws IOException, InterruptedException {
    Path app = Files.createDirectories(folder.resolve("app"));
    Path jar = jar(project);
    if (isService()) {
      Command.run(
          List.of(
              Command.ofJdk("java"),
              "-Djarmode=tools",
              "-jar",
              jar.toAbsolutePath().toString(),
              "extract",
              "--force",
              "--destination",
              app.toAbsolutePath().toString()),
          folder,
          Map.of(),
          folder.resolve("extract.log"));
      Files.move(app.resolve(jar.getFileName()), app.resolve(AotCache.JAR));
      Files.copy(jar.resolveSibling(BILL), app.resolve(BILL));
    } else {
      Files.copy(jar, app.resolve(AotCache.JAR));
      Files.createDirectory(app.resolve("lib"));
      for (Path library : Folders.list(jar.resolveSibling("lib"))) {
        if (TOPICS_LIBRARIES.matcher(library.getFileName().toString()).matches()) {
          Files.copy(library, app.resolve("lib").resolve(library.getFileName()));
        }
      }
    }
    Files.createSymbolicLink(folder.resolve("java"), runtime);
    return folder;
  }
}
