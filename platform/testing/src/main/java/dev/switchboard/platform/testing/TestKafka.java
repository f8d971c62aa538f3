package dev.switchboard.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.kafka.KafkaContainer;

/** One real Kafka broker per test JVM, with every topic of contracts/topics.yaml. */
public final class TestKafka {
  private static final TestKafka SHARED = Infra.containers() ? startContainer() : startProcess();

  private final String bootstrapServers;
  private final Freezer freezer;

  private TestKafka(String bootstrapServers, Freezer freezer) {
    this.bootstrapServers = bootstrapServers;
    this.freezer = freezer;
    createTopics();
  }

  /** Stops and continues the broker without its noticing. */
  @FunctionalInterface
  private interface Freezer {
    void freeze(boolean frozen);
  }

  /** Address of the broker. */
  public static String bootstrapServers() {
    return SHARED.bootstrapServers;
  }

  /**
   * Lets the broker hang while this work runs: connections stay open, nothing is answered.
   *
   * <p>The broker is shared by the whole JVM; the work should take seconds.
   */
  public static void whileFrozen(Runnable work) {
    SHARED.freezer.freeze(true);
    try {
      work.run();
    } finally {
      SHARED.freezer.freeze(false);
    }
  }

  private void createTopics() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      List<NewTopic> topics = new ArrayList<>();
      for (ContractTopics.Topic topic : ContractTopics.all()) {
        topics.add(new NewTopic(topic.name(), 2, (short) 1));
        topic
            .consumers()
            .forEach(c -> topics.add(new NewTopic(topic.deadLetters(c), 1, (short) 1)));
      }
      admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("topics can't be created", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static TestKafka startContainer() {
    @SuppressWarnings("resource") // lives as long as the JVM; Ryuk removes it
    KafkaContainer container = new KafkaContainer("apache/kafka-native:4.1.0");
    container.start();
    return new TestKafka(container.getBootstrapServers(), frozen -> freeze(container, frozen));
  }

  private static void freeze(KafkaContainer container, boolean frozen) {
    if (frozen) {
      container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
    } else {
      container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
    }
  }

  private static TestKafka startProcess() {
    try {
      Path folder = Files.createTempDirectory("test-kafka");
      int port = FreePort.next();
      int controllerPort = FreePort.next();
      Path config =
          Files.writeString(
              folder.resolve("server.properties"), config(folder, port, controllerPort));
      run(
              folder,
              "format",
              "kafka.tools.StorageTool",
              "format",
              "-t",
              "dGVzdC1rYWZrYS1jbHVzdGVy",
              "-c",
              config.toString())
          .waitFor();
      Process broker = run(folder, "broker", "kafka.Kafka", config.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(broker::destroyForcibly));
      awaitListening(port, folder.resolve("broker.log"), broker);
      return new TestKafka("localhost:" + port, frozen -> freeze(broker, frozen));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void freeze(Process broker, boolean frozen) {
    try {
      String signal = frozen ? "-STOP" : "-CONT";
      int exit = new ProcessBuilder("kill", signal, Long.toString(broker.pid())).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("the broker did not take " + signal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String config(Path folder, int port, int controllerPort) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@localhost:%2$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
    log.dirs=%3$s
    auto.create.topics.enable=false
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.num.partitions=4
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    log.cleaner.dedupe.buffer.size=8388608
    """
        .formatted(port, controllerPort, folder.resolve("data"));
  }

  private static Process run(Path folder, String log, String mainClass, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + logging(folder),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                mainClass));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(log + ".log").toFile())
        .start();
  }

  /** The broker's own logging, so that it tells when it has started however quiet the tests are. */
  private static Path logging(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("logback.xml"),
        """
        <configuration>
          <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger: %msg%n</pattern></encoder>
          </appender>
          <root level="INFO"><appender-ref ref="CONSOLE"/></root>
        </configuration>
        """);
  }

  /** Its log can't tell: the level is the tests' own. */
  private static void awaitListening(int port, Path log, Process broker)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!isListening(port)) {
      if (!broker.isAlive() || System.nanoTime() - end > 0) {
        throw new IllegalStateException("Kafka did not start:\n" + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
