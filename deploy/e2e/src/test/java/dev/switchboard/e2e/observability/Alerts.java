package dev.switchboard.e2e.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The alert rules and their tests, as their files say. */
final class Alerts {
  static final Path PROJECT = Path.of("../..");
  static final Path RULES = PROJECT.resolve("deploy/observability/rules/switchboard.yaml");
  static final Path TESTS = PROJECT.resolve("deploy/observability/rules/tests");

  private static final List<String> SEVERITIES = List.of("critical", "warning");
  private static final YAMLMapper YAML = new YAMLMapper();

  private Alerts() {}

  /** All alerts of a file of rules. */
  static List<JsonNode> in(Path rules) {
    return read(rules)
        .path("groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream())
        .filter(rule -> rule.has("alert"))
        .toList();
  }

  static String name(JsonNode alert) {
    return alert.path("alert").asString();
  }

  /** The files of tests. */
  static List<Path> tests(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What an alert lacks that whoever is woken by it needs; empty when it is whole.
   *
   * @param project folder that runbooks are named from
   */
  static List<String> lacks(JsonNode alert, Path project, Path tests) {
    List<String> lacks = new ArrayList<>();
    if (alert.path("annotations").path("summary").asString("").isBlank()) {
      lacks.add("a summary");
    }
    if (!SEVERITIES.contains(alert.path("labels").path("severity").asString(""))) {
      lacks.add("a severity of " + SEVERITIES);
    }
    String runbook = alert.path("annotations").path("runbook_url").asString("");
    if (!runbook.equals("docs/runbooks/" + name(alert) + ".md")
        || !Files.isRegularFile(project.resolve(runbook))) {
      lacks.add("its runbook");
    }
    Path test = tests.resolve(name(alert) + ".yaml");
    JsonNode checks = Files.isRegularFile(test) ? read(test) : YAML.createObjectNode();
    if (!isExpected(checks, name(alert), true)) {
      lacks.add("a test in which it fires");
    }
    if (!isExpected(checks, name(alert), false)) {
      lacks.add("a test in which it is quiet");
    }
    return lacks;
  }

  private static boolean isExpected(JsonNode file, String alert, boolean firing) {
    return file.path("tests")
        .valueStream()
        .flatMap(test -> test.path("alert_rule_test").valueStream())
        .filter(check -> check.path("alertname").asString("").equals(alert))
        .anyMatch(check -> check.path("exp_alerts").isEmpty() != firing);
  }

  private static JsonNode read(Path file) {
    return YAML.readTree(file);
  }
}
