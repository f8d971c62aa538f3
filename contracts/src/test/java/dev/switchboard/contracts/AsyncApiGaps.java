package dev.switchboard.contracts;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a stranger would ask and the AsyncAPI document does not answer. */
final class AsyncApiGaps {
  private static final String CLOUD_EVENT = "#/components/messageTraits/cloudEvent";
  private static final List<String> CHANNEL =
      List.of(
          "/title",
          "/description",
          "/x-contract/owner",
          "/x-contract/writers/0",
          "/x-contract/access",
          "/x-contract/key",
          "/x-contract/keyMeaning",
          "/x-contract/order",
          "/x-contract/delivery",
          "/x-contract/versions",
          "/x-contract/retention",
          "/x-contract/compatibility",
          "/bindings/kafka/partitions",
          "/bindings/kafka/topicConfiguration/cleanup.policy/0");
  private static final List<String> MESSAGE =
      List.of("/title", "/summary", "/payload/schema/$ref", "/bindings/kafka/key/$ref");

  private final List<String> gaps = new ArrayList<>();

  private AsyncApiGaps() {}

  /** One line for each thing that is missing. */
  static List<String> of(JsonNode document) {
    AsyncApiGaps found = new AsyncApiGaps();
    document
        .path("channels")
        .properties()
        .forEach(channel -> found.lookAtChannel(channel.getKey(), channel.getValue()));
    document
        .at("/components/messages")
        .properties()
        .forEach(message -> found.lookAtMessage(message.getKey(), message.getValue()));
    found.require("headers", document, "/components/messageTraits/cloudEvent/headers/schema/$ref");
    return List.copyOf(found.gaps);
  }

  private void lookAtChannel(String name, JsonNode channel) {
    CHANNEL.forEach(pointer -> require(name, channel, pointer));
    if (!channel.at("/x-contract/readers").isArray()) {
      gaps.add(name + " lacks /x-contract/readers");
    }
    if (channel.path("messages").isEmpty()) {
      gaps.add(name + " lacks /messages");
    }
  }

  private void lookAtMessage(String name, JsonNode message) {
    MESSAGE.forEach(pointer -> require(name, message, pointer));
    if (message
        .path("traits")
        .valueStream()
        .noneMatch(trait -> trait.path("$ref").asString("").equals(CLOUD_EVENT))) {
      gaps.add(name + " lacks /traits");
    }
    JsonNode example = example(message, "full");
    if (!example.path("payload").isObject()) {
      gaps.add(name + " lacks an example");
    }
    if (!example.path("headers").isObject()) {
      gaps.add(name + " lacks an example of its headers");
    }
  }

  /** The example of this name; a missing node when there is none. */
  static JsonNode example(JsonNode message, String name) {
    return message
        .path("examples")
        .valueStream()
        .filter(each -> each.path("name").asString("").equals(name))
        .findFirst()
        .orElse(message.path("examples").path("none"));
  }

  private void require(String name, JsonNode node, String pointer) {
    if (node.at(pointer).asString("").isBlank()) {
      gaps.add(name + " lacks " + pointer);
    }
  }
}
