package dev.switchboard.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.image.OciArchive.Entry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One service's image, made once, with this machine's C library. */
@TestMethodOrder(OrderAnnotation.class)
class ImageTest {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final Program PROGRAM = Program.named("notification-service");

  @TempDir private static Path folder;
  private static OciArchive archive;
  private static List<List<Entry>> layers;
  private static Instant created;

  /** Half a minute alone; the machine may have other work. */
  @BeforeAll
  @Timeout(300)
  static void makeImage() throws Exception {
    Options options = Options.parse(PROJECT.toString(), "--root", "machine", "--revision", "abc");
    created = options.created();
    Path runtime = JavaRuntime.cut(folder.resolve("java"));
    Path root = options.root().assemble(folder.resolve("root"));
    Path staged = PROGRAM.stage(PROJECT, folder.resolve("staged"), runtime);
    Path tar = folder.resolve("image.tar");
    String digest = new ProgramImage(PROGRAM, options).write(staged, root, tar);
    archive = OciArchive.unpack(tar, folder.resolve("archive"));
    assertThat(archive.index().path("manifests").get(0).path("digest").asString())
        .isEqualTo(digest);
    layers = archive.layers();
  }

  @Test
  @Order(1)
  @DisplayName("The image is layered, runs Java itself as nobody special, and can't change itself")
  void imageKeepsTheRules() {
    assertThat(ImageRules.broken(archive.config(), layers, created)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @Order(2)
  @MethodSource("damages")
  @DisplayName("An image that breaks a rule is found")
  void damageIsFound(String sentence, BiConsumer<ObjectNode, List<List<Entry>>> damage) {
    ObjectNode config = (ObjectNode) archive.config();
    List<List<Entry>> damaged = new ArrayList<>();
    layers.forEach(layer -> damaged.add(new ArrayList<>(layer)));
    damage.accept(config, damaged);

    assertThat(ImageRules.broken(config, damaged, created)).contains(sentence);
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        config("runs as root", config -> config.put("User", "0")),
        config("does not start Java itself", config -> entrypoint(config).insert(0, "/bin/sh")),
        config("works elsewhere", config -> config.put("WorkingDir", "/")),
        config("does not use its cache", config -> entrypoint(config).removeAll().add("java")),
        config(
            "has no label version",
            config ->
                ((ObjectNode) config.path("Labels")).remove("org.opencontainers.image.version")),
        Arguments.of(
            "has another time",
            damage((config, layers) -> config.put("created", "2026-11-02T00:00:00Z"))),
        Arguments.of("has 5 layers", damage((config, layers) -> layers.removeLast())),
        Arguments.of("layer 5 is empty", damage((config, layers) -> layers.getLast().clear())),
        entry("layer 2 has app/lib/contracts-1.jar", 2, "app/lib/contracts-1.jar", 0444),
        entry("layer 3 has app/lib/spring-core-7.jar", 3, "app/lib/spring-core-7.jar", 0444),
        entry("layer 4 has app/lib/spring-core-7.jar", 4, "app/lib/spring-core-7.jar", 0444),
        entry("etc/passwd may be written", 0, "etc/passwd", 0644),
        entry("usr/bin/sh is a tool for intruders", 0, "usr/bin/sh", 0555),
        Arguments.of(
            "app belongs to who runs it",
            damage(
                (config, layers) -> add(layers, 4, new Entry("app", true, 0755, 10001, created)))),
        Arguments.of(
            "app may be changed",
            damage((config, layers) -> add(layers, 4, new Entry("app", true, 0777, 0, created)))),
        Arguments.of(
            "app/application.jar has another time",
            damage((config, layers) ->
                add(
                    layers,
                    4,
                    new Entry("app/application.jar", false, 0444, 0, created.plusSeconds(1))))));
  }

  private static Arguments config(String sentence, Consumer<ObjectNode> change) {
    return Arguments.of(
        sentence, damage((config, layers) -> change.accept((ObjectNode) config.path("config"))));
  }

  private static Arguments entry(String sentence, int layer, String path, int mode) {
    return Arguments.of(
        sentence,
        damage((config, layers) -> add(layers, layer, new Entry(path, false, mode, 0, created))));
  }

  private static BiConsumer<ObjectNode, List<List<Entry>>> damage(
      BiConsumer<ObjectNode, List<List<Entry>>> damage) {
    return damage;
  }

  private static void add(List<List<Entry>> layers, int layer, Entry entry) {
    layers.get(layer).add(entry);
  }

  private static ArrayNode entrypoint(JsonNode config) {
    return (ArrayNode) config.path("Entrypoint");
  }

  @Test
  @Order(3)
  @DisplayName("The service starts from the image's files alone, with the cache and no other JVM")
  void serviceStarts() throws Exception {
    Container container = Container.of(archive.extractRoot(folder.resolve("container")));
    List<String> command = new ArrayList<>();
    archive
        .config()
        .path("config")
        .path("Entrypoint")
        .forEach(each -> command.add(each.asString()));
    // A cache that does not fit is an error, and the service ends where it would serve.
    command.addAll(1, List.of("-XX:AOTMode=on", "-Dspring.context.exit=onRefresh"));

    String said = container.run(command, AotCache.environment(), folder.resolve("start.log"));

    assertThat(said).contains("notification-service").doesNotContain("\"log.level\":\"ERROR\"");
    assertThat(
            container.run(
                List.of("/opt/java/bin/java", "-version"), Map.of(), folder.resolve("version.log")))
        .contains("25");
  }

  @Test
  @Order(4)
  @DisplayName("A cache of other jars is refused, so the start above has used it")
  void strangeCacheIsRefused() throws Exception {
    Path root = folder.resolve("container");
    Files.setLastModifiedTime(root.resolve("app/application.jar"), FileTime.from(Instant.EPOCH));
    List<String> command = new ArrayList<>(PROGRAM.entrypoint());
    command.addAll(1, List.of("-XX:AOTMode=on", "-Dspring.context.exit=onRefresh"));

    assertThatThrownBy(() ->
            Container.of(root).run(command, AotCache.environment(), folder.resolve("refused.log")))
        .hasMessageContaining("ended with 1");
  }

  @Test
  @Order(5)
  @DisplayName(
      "The program that makes topics has all it needs: it fails only because nobody answers")
  void topicsProgramIsWhole() throws Exception {
    Path staged = Program.TOPICS.stage(PROJECT, folder.resolve("topics"), folder.resolve("java"));
    List<String> command = new ArrayList<>(Program.TOPICS.entrypoint());
    command.set(0, staged.resolve("java/bin/java").toString());
    command.add(PROJECT.resolve("contracts/topics.yaml").toString());

    assertThatThrownBy(() ->
            Command.run(
                command,
                staged.resolve("app"),
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", "localhost:1",
                    "KAFKA_CLIENT_DEFAULT_API_TIMEOUT_MS", "1000",
                    "KAFKA_CLIENT_REQUEST_TIMEOUT_MS", "1000",
                    "TOPICS_REPLICAS", "3",
                    "TOPICS_MIN_IN_SYNC_REPLICAS", "2"),
                folder.resolve("topics.log")))
        .hasMessageContaining("the topics can't be made")
        .hasMessageContaining("TimeoutException");
  }

  @Test
  @Order(6)
  @DisplayName("Every digest is that of its bytes; one byte more or less is found")
  void digestsAreRight() throws IOException {
    assertThat(archive.wrongDigests()).isEmpty();

    JsonNode layer = archive.manifest().path("layers").get(4);
    try (RandomAccessFile blob = new RandomAccessFile(archive.blob(layer).toFile(), "rw")) {
      int first = blob.read();
      blob.seek(0);
      blob.write(first ^ 1);
    }
    List<String> wrong = new ArrayList<>();
    assertThat(archive.check(layer, wrong)).isFalse();
    assertThat(wrong).containsExactly(layer.path("digest").asString());
  }
}
