package dev.switchboard.e2e.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One copy of the program in docs/examples/phone-book, with a book of its own. */
final class PhoneBookProgram implements AutoCloseable {
  private static final Path PROGRAM = Path.of("../../docs/examples/phone-book");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String kafka;
  private final String group;
  private final Path book;
  private final Path log;
  private @Nullable Process process;

  private PhoneBookProgram(String kafka, String name) throws IOException {
    this.kafka = kafka;
    this.group = "phone-book-" + name + "-" + UUID.randomUUID();
    Path folder = Files.createDirectories(Path.of("target/phone-book"));
    this.book = folder.resolve(name + ".json").toAbsolutePath();
    this.log = folder.resolve(name + ".log").toAbsolutePath();
    Files.deleteIfExists(book);
    Files.deleteIfExists(log);
  }

  /** Installs what the program needs, once. */
  static void install() throws IOException, InterruptedException {
    Path lock = PROGRAM.resolve("package-lock.json");
    Path installed = PROGRAM.resolve("node_modules/.installed-lock");
    if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
      return;
    }
    run(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
    Files.copy(lock, installed);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(PROGRAM.toFile()).inheritIO().start();
    if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError("failed: " + command);
    }
  }

  /** A new copy that knows nothing, and runs. */
  static PhoneBookProgram start(String kafka, String name) throws IOException {
    PhoneBookProgram program = new PhoneBookProgram(kafka, name);
    program.start();
    return program;
  }

  /** Starts it again with the book that it has. */
  void start() throws IOException {
    ProcessBuilder command = new ProcessBuilder("node", "src/main.js");
    command.directory(PROGRAM.toFile());
    command.environment().putAll(Map.of("KAFKA", kafka, "GROUP", group, "BOOK", book.toString()));
    command.redirectErrorStream(true);
    command.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = command.start();
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /**
   * Makes it believe that it has read each partition less far than it has; only while it is dead.
   */
  void forgetPlaces(Random random) throws IOException {
    ObjectNode kept = (ObjectNode) kept();
    ObjectNode next = (ObjectNode) kept.path("next");
    for (String partition : List.copyOf(next.propertyNames())) {
      long place = Long.parseLong(next.path(partition).asString());
      next.put(partition, Long.toString(random.nextLong(place + 1)));
    }
    Files.writeString(book, JSON.writeValueAsString(kept));
  }

  /** Makes it believe that it has read nothing; only while it is dead. */
  void forgetAllPlaces() throws IOException {
    ObjectNode kept = (ObjectNode) kept();
    kept.putObject("next");
    Files.writeString(book, JSON.writeValueAsString(kept));
  }

  /** All that it knows, by the id of the user. */
  JsonNode users() throws IOException {
    return kept().path("users");
  }

  private JsonNode kept() throws IOException {
    return Files.exists(book) ? JSON.readTree(Files.readString(book)) : JSON.createObjectNode();
  }

  /** What it has printed, for whom wants to know why it failed. */
  String log() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
