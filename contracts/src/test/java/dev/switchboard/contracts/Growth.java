package dev.switchboard.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds the schemas of today against those of a release: version 1 only grows. Whoever was built on
 * the release must be able to read what is written today, and today's readers what was written
 * then.
 */
final class Growth {
  private final List<String> breaks = new ArrayList<>();
  private final boolean command;

  private Growth(boolean command) {
    this.command = command;
  }

  /**
   * One line for each change that is no growth.
   *
   * @param commands the events of private topics: their one reader learns a new value of an enum
   *     before anybody writes it
   */
  static List<String> breaks(SchemaFiles released, SchemaFiles today, Set<String> commands) {
    List<String> found = new ArrayList<>();
    List<String> events = today.events();
    for (String event : released.events()) {
      if (!events.contains(event)) {
        found.add(event + " is gone");
        continue;
      }
      Growth growth = new Growth(commands.contains(event));
      String file = "events/" + event + "/schema.json";
      growth.compare(event, Shape.of(released, file), Shape.of(today, file));
      found.addAll(growth.breaks);
    }
    Growth headers = new Growth(false);
    String file = "events/common/headers.json";
    headers.compare("headers", Shape.of(released, file), Shape.of(today, file));
    found.addAll(headers.breaks);
    return found;
  }

  private void compare(String place, Shape then, Shape now) {
    same(place, "type", then.types(), now.types());
    compareValues(place, then.values(), now.values());
    Set<String> limits = new TreeSet<>(then.limits().keySet());
    limits.addAll(now.limits().keySet());
    limits.forEach(limit -> same(place, limit, then.limits().get(limit), now.limits().get(limit)));
    compareProperties(place, then, now);
    Shape items = then.items();
    if (items != null) {
      compareOne(place + "[]", items, now.items());
    }
    then.cases()
        .forEach((condition, shape) ->
            compareOne(place + " if " + condition, shape, now.cases().get(condition)));
    if (!command && !then.cases().keySet().containsAll(now.cases().keySet())) {
      breaks.add(place + " has a new condition");
    }
  }

  private void compareProperties(String place, Shape then, Shape now) {
    then.properties()
        .forEach(
            (name, shape) -> compareOne(place + "." + name, shape, now.properties().get(name)));
    for (String name : new TreeSet<>(then.required())) {
      if (!now.required().contains(name)) {
        breaks.add(place + "." + name + " was always there and is optional");
      }
    }
    for (String name : new TreeSet<>(now.required())) {
      if (!then.required().contains(name)) {
        breaks.add(
            place
                + "."
                + name
                + (then.properties().containsKey(name)
                    ? " was optional and is required, which older records break"
                    : " is new and required, which older records break"));
      }
    }
  }

  private void compareOne(String place, Shape then, @Nullable Shape now) {
    if (now == null) {
      breaks.add(place + " is gone");
    } else {
      compare(place, then, now);
    }
  }

  private void compareValues(
      String place, @Nullable Set<JsonNode> then, @Nullable Set<JsonNode> now) {
    if (then == null || now == null) {
      same(place, "enum", then, now);
      return;
    }
    for (JsonNode value : now) {
      if (!then.contains(value) && !command) {
        breaks.add(place + " has the new value " + value);
      }
    }
    for (JsonNode value : then) {
      if (!now.contains(value)) {
        breaks.add(place + " has no longer the value " + value);
      }
    }
  }

  private void same(String place, String what, @Nullable Object then, @Nullable Object now) {
    if (!Objects.equals(then, now)) {
      breaks.add("%s: %s was %s and is %s".formatted(place, what, words(then), words(now)));
    }
  }

  private static Object words(@Nullable Object said) {
    return said == null ? "not said" : said;
  }

  /** One line for each promise of a topic that is kept no longer. */
  static List<String> topicBreaks(Map<String, JsonNode> released, Map<String, JsonNode> today) {
    List<String> found = new ArrayList<>();
    released.forEach((name, then) -> {
      JsonNode now = today.get(name);
      if (now == null) {
        found.add(name + " is gone");
      } else {
        found.addAll(TopicGrowth.breaks(name, then, now));
      }
    });
    return found;
  }
}
