package dev.switchboard.numbering.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @DisplayName("F4 the lowest allowed code skips what is never given; 999 goes on with 1000")
  @CsvSource({"-5, 100", "101, 101", "211, 212", "911, 912", "933, 934", "988, 989", "1000, 1000"})
  void lowestAllowed(int from, int expected) {
    assertThat(ExtensionRules.lowestAllowed(from, List.of())).hasValue(expected);
  }

  @Test
  @DisplayName("F4 the lowest allowed code is allowed, not below the start, and nothing is between")
  void lowestAllowedForEveryStart() {
    List<ExtensionRange> reserved =
        List.of(
            new ExtensionRange(120, 199),
            new ExtensionRange(150, 250),
            new ExtensionRange(912, 999),
            new ExtensionRange(1000, 1999));
    for (int from = 0; from < 12_000; from++) {
      int start = from;
      int code = ExtensionRules.lowestAllowed(from, reserved).orElseThrow();
      assertThat(code).isGreaterThanOrEqualTo(start);
      assertThat(ExtensionRules.isAllowed(code, reserved)).isTrue();
      assertThat(
              IntStream.range(start, code).noneMatch(it -> ExtensionRules.isAllowed(it, reserved)))
          .isTrue();
    }
  }

  @Test
  @DisplayName("F4 an account that has reserved the rest has no extension left")
  void nothingLeft() {
    assertThat(
            ExtensionRules.lowestAllowed(101, List.of(new ExtensionRange(100, 999_999))).isEmpty())
        .isTrue();
    assertThat(ExtensionRules.lowestAllowed(1_000_000, List.of()).isEmpty()).isTrue();
  }

  @Test
  @DisplayName("F4 what was given back goes first")
  void returnedGoesFirst() {
    assertThat(new ExtensionSpace(140, 103, List.of()).candidate()).hasValue(103);
    assertThat(new ExtensionSpace(140, null, List.of()).candidate()).hasValue(140);
    assertThat(new ExtensionSpace(1_000_000, 103, List.of()).candidate()).hasValue(103);
  }

  @Test
  @DisplayName(
      "F4 a code that was picked by hand above all others and given back does not go first")
  void lowestOfBoth() {
    assertThat(new ExtensionSpace(110, 500, List.of()).candidate()).hasValue(110);
    assertThat(new ExtensionSpace(500, 500, List.of()).candidate()).hasValue(500);
    assertThat(new ExtensionSpace(499, 500, List.of(new ExtensionRange(499, 499))).candidate())
        .hasValue(500);
  }

  @ParameterizedTest
  @DisplayName("F4 an extension has 3 to 6 digits")
  @ValueSource(ints = {99, 1_000_000, -100})
  void digits(int code) {
    assertThatThrownBy(() -> new Extension(code)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExtensionProperties(code, Duration.ofDays(30)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
