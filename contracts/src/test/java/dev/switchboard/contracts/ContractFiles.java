package dev.switchboard.contracts;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The contract files of this module, read from the source folder, and their schemas, read as users
 * of the jar do.
 */
final class ContractFiles {

  static final String BASE_ID = "https://switchboard.example/contracts/";

  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path EVENTS = ROOT.resolve("events");
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final ObjectMapper YAML = YAMLMapper.builder().build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaIdResolvers(
                  resolvers -> resolvers.mapPrefix(BASE_ID, "classpath:contracts/")));

  private ContractFiles() {}

  /** Path of a file or folder, relative to the module. */
  static Path path(String relative) {
    return ROOT.resolve(relative);
  }

  static JsonNode yaml(String relative) {
    return YAML.readTree(path(relative).toFile());
  }

  static JsonNode parse(String json) {
    return JSON.readTree(json);
  }

  static JsonNode json(Path file) {
    return JSON.readTree(file.toFile());
  }

  /** The ce_type of every folder in events/. */
  static List<String> eventTypes() {
    return list(EVENTS).stream()
        .filter(Files::isDirectory)
        .map(folder -> folder.getFileName().toString())
        .filter(name -> !name.equals("common"))
        .toList();
  }

  /** Every schema file: of the events and what they share. */
  static List<Path> schemaFiles() {
    return Stream.concat(
            list(EVENTS.resolve("common")).stream(),
            eventTypes().stream().map(ContractFiles::schemaFile))
        .toList();
  }

  static Path schemaFile(String type) {
    return EVENTS.resolve(type).resolve("schema.json");
  }

  static List<Path> examples(String type) {
    return list(EVENTS.resolve(type).resolve("examples"));
  }

  static JsonNode example(String type, String name) {
    return json(EVENTS.resolve(type).resolve("examples").resolve(name + ".json"));
  }

  /** The schema of an event, found by its id on the class path. */
  static Schema schema(String type) {
    return schemaById(BASE_ID + "events/" + type + "/schema.json");
  }

  static Schema schemaById(String id) {
    return SCHEMAS.getSchema(SchemaLocation.of(id));
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
