package dev.switchboard.local;

import dev.switchboard.local.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Kafka broker (KRaft, one node) with its data in the data folder. */
public final class Kafka {
  private static final String CLUSTER_ID = "c3dpdGNoYm9hcmQtMQ";

  private final Path folder;
  private final Path log;
  private final int port;
  private final ManagedProcess process;

  Kafka(DataFolder data, int port, int controllerPort) {
    this.folder = data.folder("kafka");
    this.log = folder.resolve("data");
    this.port = port;
    Path config = writeConfig(controllerPort);
    this.process =
        new ManagedProcess(
            "kafka",
            java(
                "-Xms96m",
                "-Xmx256m",
                "-Dlogback.configurationFile=" + writeLogging(),
                "kafka.Kafka",
                config.toString()),
            Map.of(),
            data.folder("logs"),
            data.folder("run"),
            () -> format(config));
  }

  ManagedProcess process() {
    return process;
  }

  /** Starts the broker and makes the topics of the contracts. */
  void start(Topics topics) {
    process.start();
    topics.create(bootstrapServers());
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  private Path writeConfig(int controllerPort) {
    try {
      return Files.writeString(
          folder.resolve("server.properties"),
          """
          process.roles=broker,controller
          node.id=1
          controller.quorum.voters=1@localhost:%2$d
          controller.listener.names=CONTROLLER
          listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
          log.dirs=%3$s
          auto.create.topics.enable=false
          broker.session.timeout.ms=3000
          broker.heartbeat.interval.ms=500
          offsets.topic.replication.factor=1
          offsets.topic.num.partitions=6
          transaction.state.log.replication.factor=1
          transaction.state.log.num.partitions=6
          transaction.state.log.min.isr=1
          share.coordinator.state.topic.replication.factor=1
          share.coordinator.state.topic.min.isr=1
          group.initial.rebalance.delay.ms=0
          log.segment.bytes=67108864
          log.index.size.max.bytes=1048576
          log.cleaner.dedupe.buffer.size=16777216
          """
              .formatted(port, controllerPort, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path writeLogging() {
    try {
      return Files.writeString(
          folder.resolve("logback.xml"),
          """
          <configuration>
            <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
              <encoder><pattern>%d{ISO8601} %-5level %logger{30}: %msg%n</pattern></encoder>
            </appender>
            <root level="WARN"><appender-ref ref="OUT"/></root>
          </configuration>
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Once: a formatted folder has meta.properties. */
  private void format(Path config) {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    try {
      Process formatting =
          new ProcessBuilder(
                  java(
                      "-Xmx128m",
                      "kafka.tools.StorageTool",
                      "format",
                      "-t",
                      CLUSTER_ID,
                      "-c",
                      config.toString()))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("format.log").toFile())
              .start();
      if (!formatting.waitFor(Duration.ofSeconds(60).toMillis(), TimeUnit.MILLISECONDS)
          || formatting.exitValue() != 0) {
        throw new IllegalStateException(
            "Kafka could not format its folder:\n"
                + Files.readString(folder.resolve("format.log")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", classPath()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Our own class path has the broker on it. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
