package dev.switchboard.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Dashboards and alerts on a real Prometheus that scrapes the suite under load. */
class DashboardsTest {
  private static final Pattern METRIC =
      Pattern.compile(
          "\\b(?:up|(?:http|hikaricp|jvm|kafka|process|resilience4j|switchboard|system)_[a-z0-9_]+)\\b(?=[\\s){\\[]|$)");
  private static final Pattern ONE_OF_MANY =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[^@\\s]+@[^@\\s]+\\.[a-z]+|\\+[1-9][0-9]{7,14}");

  /** Micrometer looks once a minute which meters a Kafka client has; a partition's lag is one. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** How many different values one label may have; the paths of all operations are the most. */
  private static final int MANY = 150;

  @TempDir private static Path folder;
  private static PrometheusServer prometheus;

  @BeforeAll
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  static void start() throws Exception {
    prometheus = PrometheusServer.start(RunningSuite.get(), folder);
    BusyDay.have(RunningSuite.get());
  }

  @AfterAll
  static void stop() {
    prometheus.close();
  }

  @Test
  @DisplayName("every query of every panel returns data while the suite is at work")
  void panelsShowData() throws Exception {
    List<Panel> panels =
        Panel.dashboards().stream().flatMap(file -> Panel.of(Panel.read(file)).stream()).toList();
    assertThat(panels).hasSizeGreaterThan(40);
    awaitData(panels, PATIENCE);
  }

  @Test
  @DisplayName("each dashboard has an id of its own, and asks for its Prometheus")
  void wholeFiles() {
    List<JsonNode> dashboards = Panel.dashboards().stream().map(Panel::read).toList();
    assertThat(dashboards.stream().map(each -> each.path("uid").asString("")))
        .doesNotHaveDuplicates()
        .allMatch(uid -> uid.startsWith("switchboard-"));
    assertThat(dashboards.stream().flatMap(each -> each.path("panels").valueStream()))
        .allSatisfy(panel -> {
          assertThat(panel.path("title").asString("")).isNotBlank();
          assertThat(panel.path("gridPos").path("w").asInt()).isBetween(1, 24);
          if (!panel.path("type").asString().equals("row")) {
            assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("${datasource}");
            assertThat(panel.path("targets")).isNotEmpty();
            assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString(""))
                .isNotBlank();
          }
        });
  }

  @Test
  @DisplayName("a panel whose metric nobody exports is found")
  void emptyPanelIsFound() {
    assertThatThrownBy(() ->
            awaitData(
                List.of(new Panel("Overview / Moon", "moon_phase{application=~\"$application\"}")),
                Duration.ZERO))
        .hasMessageContaining("Overview / Moon");
  }

  @Test
  @DisplayName("every metric of every panel and alert is exported, also where nothing is wrong")
  void metricsAreExported() throws Exception {
    Set<String> used = new TreeSet<>();
    Panel.dashboards().stream()
        .flatMap(file -> Panel.of(Panel.read(file)).stream())
        .forEach(panel -> used.addAll(metrics(panel.query())));
    Panel.dashboards().forEach(file -> used.addAll(Panel.variables(Panel.read(file))));
    Alerts.in(Alerts.RULES).forEach(alert -> used.addAll(metrics(alert.path("expr").asString())));
    assertThat(used).hasSizeGreaterThan(20).doesNotContain("moon_phase");
    assertThat(metrics("max by (uri) (switchboard_moon) > http_sun{uri=\"http_no\"} + up"))
        .containsExactlyInAnyOrder("switchboard_moon", "http_sun", "up");
    awaitData(
        used.stream().map(name -> new Panel("exported", "count(" + name + ")")).toList(), PATIENCE);
  }

  @Test
  @DisplayName("Prometheus evaluates every alert without an error")
  void alertsAreEvaluated() throws Exception {
    Await.until(
        "all rules are evaluated",
        Duration.ofSeconds(20),
        () ->
            prometheus.rules().stream()
                .noneMatch(rule -> rule.path("health").asString("").equals("unknown")));
    assertThat(prometheus.rules())
        .hasSameSizeAs(Alerts.in(Alerts.RULES))
        .allSatisfy(rule -> assertThat(rule.path("health").asString()).isEqualTo("ok"));
  }

  @Test
  @DisplayName("no label names a person, an account or anything else of which there are ever more")
  void labelsAreBounded() throws Exception {
    assertThat(Stream.of("0194f6a0-0000-7000-8000-000000000001", "a.b@c.example", "+16505550100"))
        .allMatch(value -> ONE_OF_MANY.matcher(value).find());
    assertThat(prometheus.labels()).contains("application", "uri", "type", "topic");
    for (String label : prometheus.labels()) {
      Set<String> values = prometheus.values(label);
      assertThat(values).as(label).noneMatch(value -> ONE_OF_MANY.matcher(value).find());
      if (!label.equals("__name__")) {
        assertThat(values).as(label).hasSizeLessThan(MANY);
      }
    }
  }

  private static void awaitData(List<Panel> panels, Duration atMost) throws Exception {
    List<String> empty = new ArrayList<>();
    try {
      Await.until(
          "data",
          atMost,
          () -> {
            empty.clear();
            for (Panel panel : panels) {
              if (prometheus.query(panel.sent()).isEmpty()) {
                empty.add("%s: %s".formatted(panel.name(), panel.sent()));
              }
            }
            return empty.isEmpty();
          });
    } catch (AssertionError late) {
      throw new AssertionError("without data: " + String.join("\n", empty), late);
    }
  }

  private static List<String> metrics(String query) {
    return METRIC
        .matcher(query.replaceAll("\"[^\"]*\"", "\"\""))
        .results()
        .map(found -> found.group())
        .toList();
  }
}
