package dev.switchboard.helm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which environment variables the services read, from their own files. */
final class Services {
  static final List<String> ALL =
      List.of(
          "user-service",
          "numbering-service",
          "billing-service",
          "notification-service",
          "gateway");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:?)");
  private static final Path DEFAULTS =
      Path.of("../../platform/service/src/main/resources/platform-defaults.yaml");

  private Services() {}

  /** A placeholder in a service's configuration: where it stands, and whether it has a default. */
  record Placeholder(String property, String variable, boolean needed) {}

  /** All placeholders of a service. */
  static List<Placeholder> placeholders(String service) {
    List<Placeholder> all = new ArrayList<>();
    for (JsonNode document : documents(service)) {
      leaves(
          document,
          "",
          (property, value) -> {
            Matcher found = PLACEHOLDER.matcher(value);
            while (found.find()) {
              all.add(new Placeholder(property, found.group(1), found.group(2).isEmpty()));
            }
          });
    }
    return all;
  }

  /** Names that Spring takes for properties written in a service's configuration files. */
  static Set<String> overridable(String service) {
    Set<String> names = new TreeSet<>();
    documents(service)
        .forEach(document -> leaves(document, "", (property, value) -> names.add(name(property))));
    return names;
  }

  private static List<JsonNode> documents(String service) {
    List<JsonNode> documents = new ArrayList<>();
    Path own = Path.of("../..", service, "src/main/resources/application.yaml");
    for (Path file : service.equals("gateway") ? List.of(own) : List.of(own, DEFAULTS)) {
      try {
        documents.addAll(Chart.objects(Files.readString(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }

  private interface Leaf {
    void at(String property, String value);
  }

  private static void leaves(JsonNode node, String path, Leaf leaf) {
    if (node.isObject()) {
      node.properties()
          .forEach(field ->
              leaves(
                  field.getValue(),
                  path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                  leaf));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(node.get(i), path + "." + i, leaf);
      }
    } else {
      leaf.at(path, node.asString());
    }
  }

  /** Properties that Spring Boot's libraries describe, by their variables' names, with the type. */
  static Map<String, String> described() {
    Map<String, String> types = new TreeMap<>();
    JsonMapper json = JsonMapper.builder().build();
    try {
      for (URL file :
          Collections.list(
              Services.class
                  .getClassLoader()
                  .getResources("META-INF/spring-configuration-metadata.json"))) {
        try (InputStream content = file.openStream()) {
          for (JsonNode property : json.readTree(content).path("properties")) {
            types.put(name(property.path("name").asString()), property.path("type").asString(""));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }

  /** The variable that Spring reads for a property: dots become underscores, dashes go. */
  static String name(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** Variables' names, each once. */
  static Set<String> variables(JsonNode container) {
    Set<String> names = new HashSet<>();
    container
        .path("env")
        .forEach(variable -> {
          if (!names.add(variable.path("name").asString())) {
            throw new AssertionError("set twice: " + variable.path("name").asString());
          }
        });
    return names;
  }
}
