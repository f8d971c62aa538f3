package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("K1 what was released")
class ReleasedTest {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final SchemaFiles TODAY = SchemaFiles.in(ContractFiles.path(""));

  static List<Path> releases() throws Exception {
    try (Stream<Path> folders = Files.list(ContractFiles.path("released"))) {
      return folders.sorted().toList();
    }
  }

  static Stream<Arguments> examples() throws Exception {
    return releases().stream()
        .flatMap(release ->
            SchemaFiles.in(release).events().stream()
                .flatMap(type ->
                    ContractFiles.list(release.resolve("events/" + type + "/examples")).stream()
                        .map(file ->
                            Arguments.of(
                                release.getFileName() + " " + type, file.getFileName(), file))));
  }

  @ParameterizedTest
  @MethodSource("releases")
  @DisplayName("K1 is as it was: a release never changes")
  void isFrozen(Path release) throws Exception {
    Map<String, String> sums =
        Files.readAllLines(release.resolve("SHA256SUMS")).stream()
            .map(line -> line.split(" {2}\\./", 2))
            .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = release.relativize(file).toString().replace('\\', '/');
        if (!name.equals("SHA256SUMS")) {
          found.put(
              name,
              HexFormat.of()
                  .formatHex(
                      MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        }
      }
    }

    assertThat(found).isEqualTo(sums);
  }

  @ParameterizedTest
  @MethodSource("releases")
  @DisplayName("K1 is read by who was built on it: since then, events have only grown")
  void eventsHaveOnlyGrown(Path release) {
    assertThat(Growth.breaks(SchemaFiles.in(release), TODAY, commands())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("releases")
  @DisplayName("K1 has its topics, with key, order and time that were promised")
  void topicsHaveOnlyGrown(Path release) {
    assertThat(
            Growth.topicBreaks(
                byName(ContractFiles.yaml(release.resolve("topics.yaml").toString())),
                byName(ContractFiles.yaml("topics.yaml"))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("examples")
  @DisplayName("K1 lies in topics and is read: every example of a release keeps today's schema")
  void exampleIsStillValid(String type, Path name, Path file) {
    String event = type.substring(type.indexOf(' ') + 1);

    assertThat(ContractFiles.schema(event).validate(ContractFiles.json(file)))
        .as("%s", name)
        .isEmpty();
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "common/user.json| /properties/lastName| | user.changed.lastName is gone",
        "common/user.json| /properties/createdAt/$ref| 'types.json#/$defs/date'"
            + "| user.changed.createdAt: format was [\"date-time\"] and is [\"date\"]",
        "common/mail.json| /properties/attempts/type| 'string'"
            + "| mail.sent.attempts: type was [integer] and is [string]",
        "common/mail.json| /properties/attempts/type| ['integer','null']"
            + "| mail.sent.attempts: type was [integer] and is [integer, null]",
        "common/mail.json| /properties/attempts/minimum| 1"
            + "| mail.sent.attempts: minimum was [0] and is [1]",
        "common/types.json| /$defs/extension/pattern| '^[0-9]+$'"
            + "| line.opened.extension: pattern was [\"^[1-9][0-9]{2,5}$\"] and is [\"^[0-9]+$\"]",
        "common/user.json| /required| ['userId','firstName','lastName','email','role','state',"
            + "'language','timeZone']| user.changed.createdAt was always there and is optional",
        "directory.changed/schema.json| /required| ['userId','accountId','version','firstName',"
            + "'lastName','email','role','state','directNumbers','plan']"
            + "| directory.changed.plan was optional and is required, which older records break",
        "directory.changed/schema.json| /required| ['userId','accountId','version','firstName',"
            + "'lastName','email','role','state','directNumbers','mobile']"
            + "| directory.changed.mobile is new and required, which older records break",
        "common/types.json| /$defs/plan/enum| ['BASIC','PLUS','PRO','MAX']"
            + "| seat.occupied.plan has the new value \"MAX\"",
        "common/types.json| /$defs/plan/enum| ['BASIC','PLUS']"
            + "| seat.occupied.plan has no longer the value \"PRO\"",
        "price-list.published/schema.json| /properties/plans/items/properties/includedMinutes| "
            + "| price-list.published.plans[].includedMinutes is gone",
        "common/headers.json| /properties/traceparent| | headers.traceparent is gone",
        "user.withdrawn/schema.json| | | user.withdrawn is gone"
      })
  @DisplayName("K1 would be broken by this change, and it is found")
  void breakIsFound(String file, String pointer, String json, String complaint) throws Exception {
    SchemaFiles changed = TODAY.copy();
    String path = "events/" + file;
    if (pointer == null) {
      changed.files().remove(path);
    } else {
      int last = pointer.lastIndexOf('/');
      ObjectNode parent = (ObjectNode) changed.get(path).at(pointer.substring(0, last));
      String name = pointer.substring(last + 1);
      assertThat(parent.has(name)).isTrue();
      if (json == null) {
        parent.remove(name);
      } else {
        parent.set(name, JSON.readTree(json.replace('\'', '"')));
      }
    }

    assertThat(Growth.breaks(SchemaFiles.in(first()), changed, commands())).contains(complaint);
  }

  @Test
  @DisplayName("K1 is not broken by a new optional property, a new event, or a new kind of command")
  void growthIsNoBreak() throws Exception {
    SchemaFiles grown = TODAY.copy();
    ((ObjectNode) grown.get("events/common/user.json").path("properties"))
        .putObject("pronouns")
        .put("type", "string");
    grown
        .files()
        .put("events/user.moved/schema.json", grown.get("events/user.changed/schema.json"));
    ((ArrayNode) grown.get("events/mail.requested/schema.json").at("/properties/template/enum"))
        .add("welcome-back");

    assertThat(Growth.breaks(SchemaFiles.in(first()), grown, commands())).isEmpty();
    assertThat(Growth.breaks(SchemaFiles.in(first()), grown, Set.of()))
        .contains("mail.requested.template has the new value \"welcome-back\"");
  }

  @ParameterizedTest
  @CsvSource({
    "user.directory.v1, key, accountId, another key",
    "user.directory.v1, partitions, 12, another partitions",
    "user.directory.v1, cleanup, delete, another cleanup",
    "user.users.v1, owner, gateway, another owner",
    "user.users.v1, retention, P6D, a shorter retention",
    "numbering.lines.v1, keepAll, PT24H, a shorter keepAll",
    "user.users.v1, private, true, no longer for everybody",
    "user.users.v1, gaps, true, versions with gaps",
    "user.users.v1, events, user.invited, no longer has user.joined"
  })
  @DisplayName("K1 would be broken by this promise of a topic, and it is found")
  void topicBreakIsFound(String topic, String promise, String value, String complaint)
      throws Exception {
    Map<String, JsonNode> released = byName(ContractFiles.yaml(first() + "/topics.yaml"));
    Map<String, JsonNode> changed = byName(ContractFiles.yaml("topics.yaml"));
    ObjectNode worse = (ObjectNode) changed.get(topic);
    switch (promise) {
      case "events" -> worse.putArray("events").add(value);
      case "partitions" -> worse.put(promise, Integer.parseInt(value));
      case "private", "gaps" -> worse.put(promise, Boolean.parseBoolean(value));
      default -> worse.put(promise, value);
    }

    assertThat(Growth.topicBreaks(released, changed)).contains(topic + ": " + complaint);
    changed.remove(topic);
    assertThat(Growth.topicBreaks(released, changed)).contains(topic + " is gone");
  }

  private static Path first() throws Exception {
    return releases().getFirst();
  }

  private static Set<String> commands() {
    return TopicsTest.topics().stream()
        .filter(topic -> topic.path("private").asBoolean())
        .flatMap(topic -> topic.path("events").valueStream().map(JsonNode::asString))
        .collect(Collectors.toSet());
  }

  private static Map<String, JsonNode> byName(JsonNode topics) {
    return topics
        .path("topics")
        .valueStream()
        .collect(Collectors.toMap(topic -> topic.path("name").asString(), topic -> topic));
  }
}
