package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("asyncapi.yaml answers a stranger's questions")
class AsyncApiPromisesTest {
  private static final JsonNode DOCUMENT = ContractFiles.yaml("asyncapi.yaml");
  private static final Map<String, String> IN_WORDS = Map.of("P7D", "7 days", "PT24H", "24 hours");

  static List<JsonNode> topics() {
    return TopicsTest.topics();
  }

  static Stream<Arguments> messages() {
    return topics().stream()
        .flatMap(topic ->
            topic.path("events").valueStream().map(type -> Arguments.of(type.asString(), topic)));
  }

  @Test
  @DisplayName("K1 has meaning, key, order, retention, compatibility, headers and example of all")
  void isComplete() {
    assertThat(AsyncApiGaps.of(DOCUMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/channels/user.users.v1/description, user.users.v1 lacks /description",
    "/channels/user.users.v1/x-contract/key, user.users.v1 lacks /x-contract/key",
    "/channels/user.users.v1/x-contract/keyMeaning, user.users.v1 lacks /x-contract/keyMeaning",
    "/channels/user.users.v1/x-contract/order, user.users.v1 lacks /x-contract/order",
    "/channels/user.users.v1/x-contract/delivery, user.users.v1 lacks /x-contract/delivery",
    "/channels/user.users.v1/x-contract/versions, user.users.v1 lacks /x-contract/versions",
    "/channels/user.users.v1/x-contract/retention, user.users.v1 lacks /x-contract/retention",
    "/channels/user.users.v1/x-contract/compatibility, user.users.v1 lacks /x-contract/compatibility",
    "/channels/user.users.v1/x-contract/owner, user.users.v1 lacks /x-contract/owner",
    "/channels/user.users.v1/x-contract/writers, user.users.v1 lacks /x-contract/writers/0",
    "/channels/user.users.v1/x-contract/readers, user.users.v1 lacks /x-contract/readers",
    "/channels/user.users.v1/x-contract/access, user.users.v1 lacks /x-contract/access",
    "/channels/user.users.v1/messages, user.users.v1 lacks /messages",
    "/channels/user.users.v1/bindings/kafka/partitions, user.users.v1 lacks /bindings/kafka/partitions",
    "/components/messages/user.invited/summary, user.invited lacks /summary",
    "/components/messages/user.invited/bindings, user.invited lacks /bindings/kafka/key/$ref",
    "/components/messages/user.invited/payload, user.invited lacks /payload/schema/$ref",
    "/components/messages/user.invited/traits, user.invited lacks /traits",
    "/components/messages/user.invited/examples, user.invited lacks an example",
    "/components/messages/user.invited/examples/0/headers, user.invited lacks an example of its headers",
    "/components/messageTraits/cloudEvent/headers,"
        + " headers lacks /components/messageTraits/cloudEvent/headers/schema/$ref"
  })
  @DisplayName("K1 is found incomplete without any one of them")
  void gapIsFound(String removed, String complaint) {
    JsonNode lacking = DOCUMENT.deepCopy();
    JsonPointer pointer = JsonPointer.compile(removed);
    ObjectNode parent = (ObjectNode) lacking.at(pointer.head());
    assertThat(parent.remove(pointer.last().getMatchingProperty())).isNotNull();

    assertThat(AsyncApiGaps.of(lacking)).contains(complaint);
  }

  @ParameterizedTest
  @MethodSource("topics")
  @DisplayName("K1 promises of each topic what topics.yaml says")
  void agreesWithTopic(JsonNode topic) {
    String name = topic.path("name").asString();
    JsonNode contract = DOCUMENT.path("channels").path(name).path("x-contract");

    assertThat(contract.path("owner")).isEqualTo(topic.path("owner"));
    assertThat(contract.path("writers")).isEqualTo(topic.path("writers"));
    assertThat(contract.path("readers")).isEqualTo(topic.path("consumers"));
    assertThat(contract.path("key")).isEqualTo(topic.path("key"));
    assertThat(contract.path("access").asString())
        .startsWith(topic.path("private").asBoolean() ? "Private: " : "Every service ");
    assertThat(contract.path("retention").asString()).contains(retention(topic));
    assertThat(contract.path("compatibility").asString())
        .contains(name.substring(0, name.length() - 1) + "2");
    assertThat(contract.has("tombstones")).isEqualTo(topic.has("tombstones"));
    if (topic.path("gaps").asBoolean(false)) {
      assertThat(contract.path("versions").asString()).contains("with gaps");
    }
  }

  private static List<String> retention(JsonNode topic) {
    return topic.path("cleanup").asString().equals("compact")
        ? Stream.concat(
                Stream.of("for ever"),
                Stream.of("keepAll", "tombstones")
                    .filter(topic::has)
                    .map(each -> IN_WORDS.get(topic.path(each).asString())))
            .toList()
        : List.of(IN_WORDS.get(topic.path("retention").asString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  @DisplayName("K1 shows of each event the committed example, with headers that fit it")
  void showsTheExample(String type, JsonNode topic) {
    JsonNode message = DOCUMENT.at("/components/messages").path(type);
    JsonNode example = AsyncApiGaps.example(message, "full");
    JsonNode headers = example.path("headers");
    JsonNode data = ContractFiles.example(type, "full");

    assertThat(example.path("payload")).isEqualTo(data);
    assertThat(
            ContractFiles.schemaById(ContractFiles.BASE_ID + "events/common/headers.json")
                .validate(headers))
        .isEmpty();
    assertThat(headers.path("ce_type").asString()).isEqualTo(type);
    assertThat(headers.path("ce_subject"))
        .isEqualTo(data.at("/" + topic.path("key").asString().replace('.', '/')));
    assertThat(
            topic.path("writers").valueStream().map(writer -> "/switchboard/" + writer.asString()))
        .contains(headers.path("ce_source").asString());
    assertThat(headers.path("ce_accountid").asString(""))
        .isEqualTo(data.path("accountId").asString(data.path("to").path("accountId").asString("")));
  }

  @Test
  @DisplayName("K2 shows a tombstone where there are some")
  void showsTombstones() {
    topics().stream()
        .filter(topic -> topic.has("tombstones"))
        .flatMap(topic -> topic.path("events").valueStream())
        .forEach(type -> {
          JsonNode message = DOCUMENT.at("/components/messages").path(type.asString());
          JsonNode tombstone = AsyncApiGaps.example(message, "tombstone");
          assertThat(tombstone.path("payload").isNull()).isTrue();
          assertThat(tombstone.path("headers"))
              .isEqualTo(AsyncApiGaps.example(message, "full").path("headers"));
        });
  }

  @Test
  @DisplayName("K1 describes all headers: the CloudEvents attributes and the trace")
  void describesHeaders() {
    JsonNode headers = ContractFiles.json(ContractFiles.path("events/common/headers.json"));

    assertThat(headers.path("properties").propertyNames())
        .containsExactlyInAnyOrder(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_accountid",
            "content-type",
            "traceparent");
  }
}
