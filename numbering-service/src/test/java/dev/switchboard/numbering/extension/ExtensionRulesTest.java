package dev.switchboard.numbering.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionRulesTest {

  @ParameterizedTest
  @DisplayName("F4 service codes, 933, 988 and codes outside 3 to 6 digits are never given")
  @ValueSource(
      ints = {211, 311, 411, 511, 611, 711, 811, 911, 933, 988, 0, 99, 11, 1_000_000, -101})
  void neverGiven(int code) {
    assertThat(ExtensionRules.isAllowed(code, List.of())).isFalse();
  }

  @ParameterizedTest
  @DisplayName("F4 other codes of 3 to 6 digits are given")
  @ValueSource(ints = {101, 111, 210, 212, 934, 989, 1000, 1211, 9911, 99999, 999_999})
  void given(int code) {
    assertThat(ExtensionRules.isAllowed(code, List.of())).isTrue();
  }

  @ParameterizedTest
  @DisplayName("F4 the account's reserved ranges are never given, ends included")
  @ValueSource(ints = {200, 205, 299})
  void reserved(int code) {
    assertThat(ExtensionRules.isAllowed(code, List.of(new ExtensionRange(200, 299)))).isFalse();
  }
}
