package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  private static final Path PROJECT = Path.of("project");

  @Test
  void withoutOptions() {
    Options options = Options.parse(PROJECT, List.of());
    assertThat(options)
        .isEqualTo(
            new Options(PROJECT, 8080, 8025, 8026, Path.of(".switchboard"), true, true, Map.of()));
  }

  @Test
  void allOptions() {
    Options options =
        Options.parse(
            PROJECT,
            List.of(
                "--empty",
                "--port",
                "9000",
                "--mail-port",
                "9100",
                "--payment-port",
                "9200",
                "--data",
                "elsewhere"));
    assertThat(options)
        .isEqualTo(
            new Options(PROJECT, 9000, 9100, 9200, Path.of("elsewhere"), false, true, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 9000, Unknown option --prot; see --help.",
    "--port, --port needs a value; see --help.",
    "--port x, '--port needs a number, not x.'",
    "--port 0, --port must be between 1 and 65500.",
    "--mail-port 70000, --mail-port must be between 1 and 65500.",
  })
  void mistakesAreToldInOneLine(String line, String message) {
    assertThatThrownBy(() -> Options.parse(PROJECT, List.of(line.split(" "))))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
