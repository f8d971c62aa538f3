package dev.switchboard.user.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.audit.AuditItem;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  private static final UUID ID = UUID.fromString("01998f3a-6c00-7a10-8000-4c1f0a9be001");

  @Test
  @DisplayName("H2 the file begins with a byte order mark and the names of the columns")
  void header() {
    assertThat(CsvText.header())
        .isEqualTo(
            "\uFEFFtime,actor type,actor id,actor,action,subject type,subject id,subject,details,IP address,"
                + "user agent\r\n");
  }

  @Test
  @DisplayName(
      "RFC 4180: what has a comma, a quote or a line break is quoted; nothing is an empty cell")
  void quotes() {
    assertThat(CsvText.line(item("Ana \"Bo\" López", "x, y\nz")))
        .isEqualTo(
            "2026-11-02T14:29:00Z,USER,"
                + ID
                + ",\"Ana \"\"Bo\"\" López\",user.changed,USER,"
                + ID
                + ",,a: 1; b: 2,203.0.113.7,\"x, y\nz\"\r\n");
    assertThat(CsvText.line(item(null, null))).endsWith(",a: 1; b: 2,203.0.113.7,\r\n");
  }

  @ParameterizedTest
  @DisplayName("H2 no cell is a formula to a spreadsheet")
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "  =1+1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "\u00A0=1"
      })
  void formulas(String name) {
    String line = CsvText.line(item(name, name));

    assertThat(line).contains("'" + name.replace("\"", "\"\"")).doesNotContain("," + name + ",");
  }

  @ParameterizedTest
  @DisplayName("H2 what is no formula stays as it is")
  @ValueSource(strings = {"Ana", "O'Neil", "a=b", "1-2", "Mozilla/5.0 (X11; Linux x86_64)"})
  void others(String name) {
    assertThat(CsvText.line(item(name, null))).contains("," + name + ",");
  }

  private static AuditItem item(@Nullable String name, @Nullable String userAgent) {
    return new AuditItem(
        ID,
        Instant.parse("2026-11-02T14:29:00Z"),
        new AuditItem.Actor("USER", ID, name),
        "user.changed",
        new AuditItem.Subject("USER", ID.toString(), null),
        Map.of("b", "2", "a", "1"),
        "203.0.113.7",
        userAgent);
  }
}
