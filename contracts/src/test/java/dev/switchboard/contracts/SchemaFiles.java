package dev.switchboard.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * All schema files of one release, or of today.
 *
 * @param files by path, such as {@code events/common/types.json}
 */
record SchemaFiles(Map<String, JsonNode> files) {

  /** A part of a file. */
  record Place(String file, JsonNode schema) {}

  /** The schemas of the folder that has {@code events} in it. */
  static SchemaFiles in(Path root) {
    try (Stream<Path> all = Files.walk(root.resolve("events"))) {
      Map<String, JsonNode> files = new HashMap<>();
      all.filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.getParent().endsWith("examples"))
          .forEach(file ->
              files.put(
                  root.relativize(file).toString().replace('\\', '/'), ContractFiles.json(file)));
      return new SchemaFiles(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that may be changed. */
  SchemaFiles copy() {
    Map<String, JsonNode> copies = new HashMap<>();
    files.forEach((path, schema) -> copies.put(path, schema.deepCopy()));
    return new SchemaFiles(copies);
  }

  /** The ce_types that have a schema. */
  List<String> events() {
    return files.keySet().stream()
        .filter(path -> path.endsWith("/schema.json"))
        .map(path -> path.split("/")[1])
        .sorted()
        .toList();
  }

  JsonNode get(String file) {
    return Objects.requireNonNull(files.get(file), file);
  }

  /** Where a $ref of this file leads. */
  Place resolve(String file, String reference) {
    String[] parts = reference.split("#", 2);
    String target =
        parts[0].isEmpty()
            ? file
            : Path.of(file).resolveSibling(parts[0]).normalize().toString().replace('\\', '/');
    JsonNode schema = get(target).at(parts.length == 2 ? parts[1] : "");
    if (schema.isMissingNode()) {
      throw new IllegalArgumentException(file + " refers to " + reference + ", which is not there");
    }
    return new Place(target, schema);
  }
}
