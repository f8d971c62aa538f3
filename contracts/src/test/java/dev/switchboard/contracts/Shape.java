package dev.switchboard.contracts;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a schema says of one value, with all that it refers to put in its place.
 *
 * @param description the nearest one, in the file's words
 * @param types JSON types that it may have; null: any
 * @param values of an enum or const, without null; null: any
 * @param limits such as pattern and minimum, each with all that is said of it
 * @param required properties that are always there
 * @param items of an array
 * @param cases what holds under a condition, by the condition
 */
record Shape(
    @Nullable String description,
    @Nullable Set<String> types,
    @Nullable Set<JsonNode> values,
    Map<String, Set<JsonNode>> limits,
    Map<String, Shape> properties,
    Set<String> required,
    @Nullable Shape items,
    Map<String, Shape> cases) {
  private static final Shape ANY =
      new Shape(null, null, null, Map.of(), Map.of(), Set.of(), null, Map.of());
  private static final Set<String> LIMITS =
      Set.of(
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "uniqueItems",
          "contentEncoding");

  /** Says nothing of the value, so that no reader depends on it. */
  private static final Set<String> WORDS =
      Set.of("$schema", "$id", "$defs", "title", "description", "additionalProperties", "then");

  /** The shape of a whole file. */
  static Shape of(SchemaFiles files, String file) {
    return of(files, file, files.get(file));
  }

  private static Shape of(SchemaFiles files, String file, JsonNode schema) {
    Shape shape = ANY;
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      shape = shape.and(said(files, file, schema, keyword.getKey(), keyword.getValue()));
    }
    return schema.has("description")
        ? shape.described(schema.path("description").asString())
        : shape;
  }

  private static Shape said(
      SchemaFiles files, String file, JsonNode schema, String keyword, JsonNode value) {
    return switch (keyword) {
      case "$ref" -> {
        SchemaFiles.Place place = files.resolve(file, value.asString());
        yield of(files, place.file(), place.schema());
      }
      case "allOf" ->
          value.valueStream().map(each -> of(files, file, each)).reduce(ANY, Shape::and);
      case "anyOf" -> orNull(files, file, value);
      case "type" ->
          typed(
              (value.isArray() ? value.valueStream() : Stream.of(value))
                  .map(JsonNode::asString)
                  .collect(Collectors.toCollection(TreeSet::new)));
      case "enum" -> valued(value.valueStream().collect(Collectors.toSet()));
      case "const" -> valued(Set.of(value));
      case "properties" -> {
        Map<String, Shape> properties = new TreeMap<>();
        value
            .properties()
            .forEach(each -> properties.put(each.getKey(), of(files, file, each.getValue())));
        yield new Shape(null, null, null, Map.of(), properties, Set.of(), null, Map.of());
      }
      case "required" ->
          requiring(value.valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
      case "items" -> listing(of(files, file, value));
      case "if" -> when(value.toString(), of(files, file, schema.path("then")));
      default -> {
        if (LIMITS.contains(keyword)) {
          yield limited(keyword, value);
        }
        if (WORDS.contains(keyword)) {
          yield ANY;
        }
        throw new IllegalArgumentException("teach Shape the keyword " + keyword + " of " + file);
      }
    };
  }

  /** The one use of anyOf in the contracts: something, or null. */
  private static Shape orNull(SchemaFiles files, String file, JsonNode options) {
    if (options.size() != 2 || !options.at("/1/type").asString("").equals("null")) {
      throw new IllegalArgumentException("teach Shape this anyOf of " + file + ": " + options);
    }
    Shape some = of(files, file, options.path(0));
    Set<String> types = new TreeSet<>(Set.of("null"));
    if (some.types != null) {
      types.addAll(some.types);
    }
    return new Shape(
        some.description,
        types,
        some.values,
        some.limits,
        some.properties,
        some.required,
        some.items,
        some.cases);
  }

  private static Shape typed(Set<String> types) {
    return new Shape(null, types, null, Map.of(), Map.of(), Set.of(), null, Map.of());
  }

  private static Shape valued(Set<JsonNode> values) {
    return new Shape(null, null, values, Map.of(), Map.of(), Set.of(), null, Map.of());
  }

  private static Shape limited(String keyword, JsonNode limit) {
    return new Shape(
        null, null, null, Map.of(keyword, Set.of(limit)), Map.of(), Set.of(), null, Map.of());
  }

  private static Shape requiring(Set<String> required) {
    return new Shape(null, null, null, Map.of(), Map.of(), required, null, Map.of());
  }

  private static Shape listing(Shape items) {
    return new Shape(null, null, null, Map.of(), Map.of(), Set.of(), items, Map.of());
  }

  private static Shape when(String condition, Shape then) {
    return new Shape(null, null, null, Map.of(), Map.of(), Set.of(), null, Map.of(condition, then));
  }

  private Shape described(String words) {
    return new Shape(words, types, values, limits, properties, required, items, cases);
  }

  /** What holds when both are said. */
  private Shape and(Shape other) {
    return new Shape(
        other.description == null ? description : other.description,
        both(types, other.types),
        both(values, other.values),
        merged(limits, other.limits, Shape::union),
        merged(properties, other.properties, Shape::and),
        union(required, other.required),
        items == null ? other.items : other.items == null ? items : items.and(other.items),
        merged(cases, other.cases, Shape::and));
  }

  private static <T> @Nullable Set<T> both(@Nullable Set<T> one, @Nullable Set<T> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    Set<T> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static <V> Map<String, V> merged(
      Map<String, V> one, Map<String, V> other, java.util.function.BinaryOperator<V> merge) {
    Map<String, V> all = new TreeMap<>(one);
    other.forEach((key, value) -> all.merge(key, value, merge));
    return all;
  }
}
