package dev.switchboard.numbering.testing;

import dev.switchboard.platform.event.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published examples of contracts/events. */
public final class Examples {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Examples() {}

  /** An example, "full" or "minimal", of an event type. */
  public static JsonNode read(String type, String name) {
    String path = "/contracts/events/" + type + "/examples/" + name + ".json";
    try (InputStream file = Examples.class.getResourceAsStream(path)) {
      return JSON.readTree(Objects.requireNonNull(file, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who did it, as the example says. */
  public static Actor actor(JsonNode example) {
    JsonNode actor = example.path("actor");
    return actor.has("userId")
        ? Actor.user(UUID.fromString(actor.path("userId").asString()))
        : Actor.system();
  }

  /** The strings of an array. */
  public static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /** The object as JSON; a property that is null is the same as one that is missing. */
  public static JsonNode withoutNulls(Object data) {
    JsonNode tree = JSON.readTree(JSON.writeValueAsString(data));
    removeNulls(tree);
    return tree;
  }

  private static void removeNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    node.forEach(Examples::removeNulls);
  }
}
