package dev.switchboard.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ahead-of-time cache (JEP 483) of a service: classes loaded and linked once, in the build. */
final class AotCache {
  /** A cache is good only for a JVM with the same of these as the one that made it. */
  static final List<String> FLAGS =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED");

  /**
   * Named as seen from their folder, in the training and ever after: the place that a cached class
   * tells as its own is looked up by this name, and is null where there is no such file.
   */
  static final String JAR = "application.jar";

  /** The cache, beside the jar. */
  static final String FILE = "application.aot";

  private AotCache() {}

  /**
   * Starts a service up to where it would serve, and no further. Nothing answers at the addresses
   * that it is told.
   *
   * @param java the runtime of the image
   * @param app the folder with the jar, which gets the cache
   */
  static void train(Path java, Path app, Path log) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(java.toAbsolutePath().resolve("bin/java").toString()));
    command.addAll(FLAGS);
    command.add("-XX:AOTCacheOutput=" + FILE);
    command.add("-Dspring.context.exit=onRefresh");
    command.addAll(List.of("-jar", JAR));
    Command.run(command, app, environment(), log);
  }

  /** What a service must be told to start; none of it is a secret of anybody. */
  static Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SPRING_FLYWAY_ENABLED", "false");
    environment.put("SPRING_DATA_JDBC_DIALECT", "postgresql");
    environment.put("DATABASE_URL", "jdbc:postgresql://localhost:1/training");
    environment.put("DATABASE_USER", "training");
    environment.put("DATABASE_PASSWORD", "training");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:1");
    environment.put("SWITCHBOARD_MASTER_KEY", "dHJhaW5pbmctdHJhaW5pbmctdHJhaW5pbmctdHJhaW4=");
    environment.put("SWITCHBOARD_LINK_KEY", "dHJhaW5pbmctdHJhaW5pbmctdHJhaW5pbmctdHJhaW4=");
    environment.put("SWITCHBOARD_PUBLIC_URL", "https://training.invalid");
    environment.put("STRIPE_SECRET_KEY", "training");
    environment.put("STRIPE_WEBHOOK_SECRET", "training");
    environment.put("SMTP_HOST", "localhost");
    environment.put("SMTP_PORT", "1");
    environment.put("MAIL_FROM", "training@training.invalid");
    return environment;
  }
}
