package dev.switchboard.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CopyTextTest {

  @Test
  @DisplayName("Tabs, line ends and backslashes do not break a row; null is NULL")
  void escapes() {
    StringBuilder line = new StringBuilder();
    CopyText.append(line, "a\tb", null, "c\\d\n", 7);
    assertThat(line).hasToString("a\\tb\t\\N\tc\\\\d\\n\t7\n");
  }
}
