package dev.switchboard.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AlertsTest {
  private static final List<String> SECTIONS =
      List.of("## What it means", "## Who is hurt", "## Look at", "## Do");

  @TempDir private Path folder;

  @Test
  @DisplayName(
      "Prometheus can read the rules, and each alert fires and keeps quiet as its test says")
  void fire() {
    assertThat(promtool("check", "rules", Alerts.RULES.toString())).returns(0, Program::exitCode);
    Program tests = promtool(testing(Alerts.tests(Alerts.TESTS)));
    assertThat(tests.exitCode()).as(tests.output()).isZero();
  }

  @Test
  @DisplayName("that test fails when an alert's threshold is moved")
  void testsNotice() throws IOException {
    Path rules = folder.resolve("switchboard.yaml");
    String moved =
        Files.readString(Alerts.RULES).replace("switchboard_outbox_age_seconds) > 10", "x) > 10");
    Files.writeString(rules, moved);
    Path tests = Files.createDirectory(folder.resolve("tests"));
    Path test = tests.resolve("OutboxStuck.yaml");
    Files.copy(Alerts.TESTS.resolve("OutboxStuck.yaml"), test);
    assertThat(promtool(testing(List.of(test))).output()).contains("FAILED", "OutboxStuck");
  }

  @Test
  @DisplayName("each alert has summary, severity, runbook, a test that it fires and one that not")
  void whole() {
    List<JsonNode> alerts = Alerts.in(Alerts.RULES);
    assertThat(alerts).hasSizeGreaterThan(15);
    assertThat(alerts)
        .allSatisfy(alert ->
            assertThat(Alerts.lacks(alert, Alerts.PROJECT, Alerts.TESTS))
                .as("%s lacks", Alerts.name(alert))
                .isEmpty());
  }

  @Test
  @DisplayName("an alert without them is found")
  void lacks() throws IOException {
    ObjectNode alert = JsonMapper.shared().createObjectNode().put("alert", "OutboxStuck");
    assertThat(Alerts.lacks(alert, Alerts.PROJECT, Alerts.TESTS))
        .containsExactly("a summary", "a severity of [critical, warning]", "its runbook");
    alert.put("alert", "Unheard");
    alert.putObject("annotations").put("runbook_url", "docs/runbooks/Unheard.md");
    assertThat(Alerts.lacks(alert, Alerts.PROJECT, Alerts.TESTS))
        .contains("its runbook", "a test in which it fires", "a test in which it is quiet");
    Files.writeString(
        folder.resolve("Unheard.yaml"),
        "tests: [{alert_rule_test: [{alertname: Unheard, exp_alerts: []}]}]");
    assertThat(Alerts.lacks(alert, Alerts.PROJECT, folder)).contains("a test in which it fires");
  }

  @Test
  @DisplayName("each runbook belongs to an alert and says what it means, who is hurt, what to do")
  void runbooks() throws IOException {
    Set<String> names =
        Alerts.in(Alerts.RULES).stream().map(Alerts::name).collect(Collectors.toSet());
    Path runbooks = Alerts.PROJECT.resolve("docs/runbooks");
    for (String name : names) {
      assertThat(Files.readString(runbooks.resolve(name + ".md")))
          .as(name)
          .startsWith("# " + name + "\n")
          .contains(SECTIONS);
    }
    try (Stream<Path> pages = Files.list(runbooks)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .filteredOn(page -> !page.equals("README"))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  @DisplayName("a Debian package that is another than the pinned one is refused")
  void checksum() {
    DebianPackage pinned = new DebianPackage("pool/some.deb", "00".repeat(32));
    assertThatThrownBy(() -> pinned.verified(new byte[] {1})).hasMessageContaining("another file");
    assertThat(PrometheusPrograms.isRecent("promtool, version 2.42.0+ds (branch: …)")).isTrue();
    assertThat(PrometheusPrograms.isRecent("promtool, version 3.1.0")).isTrue();
    assertThat(PrometheusPrograms.isRecent("promtool, version 2.41.9")).isFalse();
    assertThat(PrometheusPrograms.isRecent("command not found")).isFalse();
  }

  private static String[] testing(List<Path> tests) {
    return Stream.concat(Stream.of("test", "rules"), tests.stream().map(Path::toString))
        .toArray(String[]::new);
  }

  private static Program promtool(String... arguments) {
    return Program.run(PrometheusPrograms.get().promtool(), arguments);
  }
}
