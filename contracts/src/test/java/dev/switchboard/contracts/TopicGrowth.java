package dev.switchboard.contracts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds what is promised of a topic today against what a release has promised. */
final class TopicGrowth {
  private static final List<String> NEVER_CHANGED =
      List.of("owner", "key", "partitions", "cleanup");
  private static final List<String> NEVER_SHORTER = List.of("retention", "keepAll", "tombstones");

  private TopicGrowth() {}

  static List<String> breaks(String name, JsonNode then, JsonNode now) {
    List<String> found = new ArrayList<>();
    for (String promise : NEVER_CHANGED) {
      if (!then.path(promise).equals(now.path(promise))) {
        found.add("%s: another %s".formatted(name, promise));
      }
    }
    for (String promise : NEVER_SHORTER) {
      if (then.has(promise) && duration(now, promise).compareTo(duration(then, promise)) < 0) {
        found.add("%s: a shorter %s".formatted(name, promise));
      }
    }
    if (now.path("private").asBoolean() && !then.path("private").asBoolean()) {
      found.add(name + ": no longer for everybody");
    }
    if (now.path("gaps").asBoolean(false) && !then.path("gaps").asBoolean(false)) {
      found.add(name + ": versions with gaps");
    }
    List<JsonNode> events = now.path("events").valueStream().toList();
    then.path("events")
        .valueStream()
        .filter(event -> !events.contains(event))
        .forEach(event -> found.add("%s: no longer has %s".formatted(name, event.asString())));
    return found;
  }

  private static Duration duration(JsonNode topic, String promise) {
    return topic.has(promise) ? Duration.parse(topic.path(promise).asString()) : Duration.ZERO;
  }
}
