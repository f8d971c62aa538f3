package dev.switchboard.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The chart, and what it renders with given values. */
final class Chart {
  /** The module's folder is where Maven runs the tests. */
  static final Path FOLDER = Path.of("switchboard");

  static final YAMLMapper YAML = new YAMLMapper();
  private static final String KUBERNETES = "1.33.0";
  private static final String HOOK = "helm.sh/hook:";
  private static final String SHOWN_HOOK = "switchboard.test/hook:";

  /**
   * The library leaves hooks out of what it renders. Under another name they are objects like all
   * others; objects that are handed out have the true name again.
   */
  private static final Path WITH_HOOKS_SHOWN = showHooks();

  private Chart() {}

  /** One file for each supported way to install. */
  static List<Path> valuesFiles() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
      return files.filter(file -> file.toString().endsWith("-values.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A values file by the name of its way, such as {@code minimal}. */
  static Path values(String way) {
    return FOLDER.resolve("ci").resolve(way + "-values.yaml");
  }

  /** All objects, with values files of which each wins over the one before. */
  static List<ObjectNode> render(Path... values) {
    TemplateCommand command =
        new Helm(WITH_HOOKS_SHOWN)
            .template()
            .withKubeVersion(KUBERNETES)
            .withName("phone")
            .withNamespace("phone");
    for (Path file : values) {
      command.withValuesFile(file);
    }
    return objects(command.call().replace(SHOWN_HOOK, HOOK));
  }

  private static Path showHooks() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      Path copy = Files.createTempDirectory("chart");
      for (Path file : files.toList()) {
        Path target = copy.resolve(FOLDER.relativize(file).toString());
        target.toFile().deleteOnExit();
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.writeString(target, Files.readString(file).replace(HOOK, SHOWN_HOOK));
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of a text with several YAML documents; empty ones are left out. */
  static List<ObjectNode> objects(String documents) {
    List<ObjectNode> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(documents)) {
      while (all.hasNextValue()) {
        if (all.nextValue() instanceof ObjectNode object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  /** Objects of one kind. */
  static List<ObjectNode> ofKind(List<ObjectNode> objects, String kind) {
    return objects.stream().filter(each -> each.path("kind").asString().equals(kind)).toList();
  }

  /** The one object of this kind and name. */
  static ObjectNode one(List<ObjectNode> objects, String kind, String name) {
    return ofKind(objects, kind).stream()
        .filter(each -> name(each).equals(name))
        .reduce((first, second) -> {
          throw new AssertionError("two of " + kind + " " + name);
        })
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  static String name(JsonNode object) {
    return object.path("metadata").path("name").asString();
  }

  /** What a failure says of an object. */
  static String title(JsonNode object) {
    return object.path("kind").asString() + " " + name(object);
  }
}
