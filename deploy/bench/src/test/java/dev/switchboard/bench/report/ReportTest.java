package dev.switchboard.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  @DisplayName("A rate should not fall below its aim, a time should not exceed it")
  void verdicts() {
    assertThat(Figure.rate("invite", 40, "SQL", 100, 0.4).verdict()).isEqualTo("met");
    assertThat(Figure.rate("invite", 39, "SQL", 100, 0.4).verdict()).isEqualTo("missed");
    assertThat(Figure.time("page", 1.3, "small", 1, 1.3).verdict()).isEqualTo("met");
    assertThat(Figure.time("page", 1.4, "small", 1, 1.3).verdict()).isEqualTo("missed");
  }

  @Test
  @DisplayName("The table's columns are equally wide in each row")
  void table() {
    Report report =
        new Report(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    report.add(Figure.of("memory", "900 MiB"));
    report.add(Figure.rate("invite", 400, "the same SQL", 900, 0.4));
    assertThat(report.table().lines().map(String::length).distinct()).hasSize(1);
    assertThat(report.table()).contains("0.44", "≥ 0.40", "met");
  }
}
