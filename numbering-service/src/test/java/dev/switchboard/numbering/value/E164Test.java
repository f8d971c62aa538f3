package dev.switchboard.numbering.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class E164Test {

  @ParameterizedTest
  @DisplayName("What is not E.164 is no phone number")
  @ValueSource(
      strings = {
        "",
        "12025550143",
        "+0202555014",
        "+1 202 555 0143",
        "+120255",
        "+1202555014a",
        "+1234567890123456",
        "+12025550143\n",
        "+1２025550143"
      })
  void refused(String text) {
    assertThatThrownBy(() -> new E164(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @DisplayName("E.164 has 7 to 15 digits")
  @ValueSource(strings = {"+2903456", "+12025550143", "+123456789012345"})
  void accepted(String text) {
    assertThat(new E164(text)).hasToString(text);
  }

  @Test
  @DisplayName("Only a North American number has an area code")
  void areaCode() {
    assertThat(new E164("+12025550143").areaCode()).isEqualTo("202");
    assertThat(new E164("+442079460000").isNorthAmerican()).isFalse();
    assertThat(new E164("+11025550143").isNorthAmerican()).isFalse();
    assertThatThrownBy(() -> new E164("+442079460000").areaCode())
        .isInstanceOf(IllegalStateException.class);
  }
}
