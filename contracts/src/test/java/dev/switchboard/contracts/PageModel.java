package dev.switchboard.contracts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page of the events shows.
 *
 * @param intro paragraphs of HTML
 * @param headers of every record
 * @param topics those that others may read first
 */
record PageModel(
    String title, String version, List<String> intro, List<Field> headers, List<Topic> topics) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** A topic. */
  record Topic(
      String name,
      String title,
      String meaning,
      boolean isPrivate,
      List<Fact> facts,
      List<Event> events) {}

  /** One promise of a topic. */
  record Fact(String label, String text) {}

  /**
   * An event.
   *
   * @param example JSON text of its data
   * @param headers of the example, a line each
   * @param hasTombstone whether the same headers may come without a value
   */
  record Event(
      String name,
      String title,
      String meaning,
      List<Field> fields,
      String example,
      String headers,
      boolean hasTombstone) {}

  /**
   * A property of an event, or of an object in it.
   *
   * @param level 0 for a property of the event itself
   * @param type in words, with what it may be
   */
  record Field(String name, int level, String type, boolean isRequired, String description) {
    Field when(String condition) {
      return new Field(name, level, type, isRequired, condition + description);
    }
  }

  static PageModel of(JsonNode document, SchemaFiles schemas) {
    List<Topic> topics =
        document
            .path("channels")
            .valueStream()
            .map(channel -> topic(document, channel, schemas))
            .toList();
    List<Topic> open = topics.stream().filter(topic -> !topic.isPrivate()).toList();
    List<Topic> ordered = new ArrayList<>(open);
    topics.stream().filter(Topic::isPrivate).forEach(ordered::add);
    return new PageModel(
        document.at("/info/title").asString(),
        document.at("/info/version").asString(),
        paragraphs(document.at("/info/description").asString()),
        fields(Shape.of(schemas, "events/common/headers.json"), 0),
        ordered);
  }

  private static Topic topic(JsonNode document, JsonNode channel, SchemaFiles schemas) {
    JsonNode contract = channel.path("x-contract");
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Who may read", contract.path("access").asString()));
    facts.add(new Fact("Written by", names(contract.path("writers"))));
    facts.add(new Fact("Read by", names(contract.path("readers"))));
    facts.add(
        new Fact(
            "Key",
            contract.path("key").asString() + ". " + contract.path("keyMeaning").asString()));
    for (Map.Entry<String, String> each :
        List.of(
            Map.entry("Order", "order"),
            Map.entry("Delivery", "delivery"),
            Map.entry("Versions", "versions"),
            Map.entry("Kept", "retention"),
            Map.entry("Tombstones", "tombstones"),
            Map.entry("Compatibility", "compatibility"))) {
      if (contract.has(each.getValue())) {
        facts.add(new Fact(each.getKey(), contract.path(each.getValue()).asString()));
      }
    }
    facts.add(new Fact("Partitions", channel.at("/bindings/kafka/partitions").asString()));
    return new Topic(
        channel.path("address").asString(),
        channel.path("title").asString(),
        channel.path("description").asString(),
        contract.path("access").asString().startsWith("Private"),
        facts,
        channel.path("messages").propertyNames().stream()
            .map(name -> event(document.at("/components/messages").path(name), schemas))
            .toList());
  }

  private static Event event(JsonNode message, SchemaFiles schemas) {
    JsonNode example = AsyncApiGaps.example(message, "full");
    return new Event(
        message.path("name").asString(),
        message.path("title").asString(),
        message.path("summary").asString(),
        fields(Shape.of(schemas, message.at("/payload/schema/$ref").asString()), 0),
        JSON.writeValueAsString(example.path("payload")),
        example.path("headers").properties().stream()
            .map(header -> header.getKey() + ": " + header.getValue().asString())
            .collect(Collectors.joining("\n")),
        !AsyncApiGaps.example(message, "tombstone").isMissingNode());
  }

  private static List<Field> fields(Shape shape, int level) {
    List<Field> fields = new ArrayList<>();
    shape
        .properties()
        .forEach((name, property) -> {
          String words = property.description();
          fields.add(
              new Field(
                  name,
                  level,
                  type(property),
                  shape.required().contains(name),
                  words == null ? "" : words));
          Shape items = property.items();
          fields.addAll(fields(items == null ? property : items, level + 1));
        });
    shape
        .cases()
        .forEach((condition, then) ->
            fields(then, level)
                .forEach(field ->
                    fields.add(field.level() == level ? field.when(words(condition)) : field)));
    return fields;
  }

  /** A condition as the contracts have them: one property has one value. */
  private static String words(String condition) {
    Map.Entry<String, JsonNode> property =
        JSON.readTree(condition).path("properties").properties().iterator().next();
    return "When %s is %s: "
        .formatted(property.getKey(), property.getValue().path("const").asString());
  }

  private static String type(Shape shape) {
    Set<JsonNode> values = shape.values();
    if (values != null) {
      return values.stream().map(JsonNode::asString).sorted().collect(Collectors.joining(" | "));
    }
    Set<String> types = shape.types();
    String type =
        types == null
            ? "any"
            : types.stream()
                .filter(each -> !each.equals("null"))
                .collect(Collectors.joining(" | "));
    Shape items = shape.items();
    return items == null ? type + format(shape) : "array of " + type(items);
  }

  /** The format, or, where it has no name, the pattern. */
  private static String format(Shape shape) {
    return Stream.of("format", "pattern")
        .filter(shape.limits()::containsKey)
        .findFirst()
        .flatMap(limit -> shape.limits().get(limit).stream().findFirst())
        .map(limit -> " " + limit.asString())
        .orElse("");
  }

  private static String names(@Nullable JsonNode list) {
    String names =
        list == null
            ? ""
            : list.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    return names.isEmpty() ? "nobody in Switchboard; it is for others" : names;
  }

  /** The two marks of the description, **strong** and `code`, as HTML. */
  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\n\\s*\n"))
        .map(paragraph ->
            paragraph
                .strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\*\\*(.+?)\\*\\*", "<strong>$1</strong>")
                .replaceAll("`(.+?)`", "<code>$1</code>"))
        .toList();
  }
}
