package dev.switchboard.e2e.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One query of one panel of a dashboard.
 *
 * @param name dashboard and panel, for people
 * @param query in PromQL, with Grafana's variables
 */
record Panel(String name, String query) {
  static final Path DASHBOARDS = Alerts.PROJECT.resolve("deploy/observability/dashboards");

  /** The files of all dashboards. */
  static List<Path> dashboards() {
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All panels of a dashboard with a query, with each of their queries. */
  static List<Panel> of(JsonNode dashboard) {
    String title = dashboard.path("title").asString("");
    return dashboard
        .path("panels")
        .valueStream()
        .flatMap(panel ->
            panel
                .path("targets")
                .valueStream()
                .map(target ->
                    new Panel(
                        title + " / " + panel.path("title").asString(""),
                        target.path("expr").asString(""))))
        .toList();
  }

  /** The metrics that a dashboard's choices are made of. */
  static List<String> variables(JsonNode dashboard) {
    return dashboard
        .path("templating")
        .path("list")
        .valueStream()
        .map(variable -> variable.path("definition").asString(""))
        .filter(definition -> definition.startsWith("label_values("))
        .map(definition -> definition.replaceAll("label_values\\((\\w+),.*", "$1"))
        .toList();
  }

  static JsonNode read(Path dashboard) {
    return JsonMapper.shared().readTree(dashboard);
  }

  /** The query as Grafana would send it for a short and fresh range, with all services chosen. */
  String sent() {
    return query
        .replace("$__rate_interval", "1m")
        .replace("$__range", "5m")
        .replace("$application", ".+");
  }
}
