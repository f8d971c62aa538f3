package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person sees: the tests of the folder {@code browser} in a real browser. */
class BrowserJourneyTest extends JourneyTest {

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  @DisplayName("C5 the main flow and its pages in a browser, each page usable by everybody")
  void browser() throws Exception {
    Process tests =
        new ProcessBuilder("browser/run", baseUrl(), mailUrl(), "target/suite")
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      tests.inputReader().lines().forEach(System.out::println);
      assertThat(tests.waitFor()).as("exit of browser/run; its report is above").isZero();
    } finally {
      tests.descendants().forEach(ProcessHandle::destroyForcibly);
      tests.destroyForcibly();
    }
  }
}
