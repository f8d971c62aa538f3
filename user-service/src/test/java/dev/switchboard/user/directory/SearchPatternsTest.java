package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPatternsTest {

  @Test
  @DisplayName("B4 every word of a search must occur, in any order and case")
  void words() {
    assertThat(UserList.patterns("  Ana   LÓPEZ ")).containsExactly("%ana%", "%lópez%");
    assertThat(UserList.patterns("")).isEmpty();
    assertThat(UserList.patterns(" \t ")).isEmpty();
  }

  @Test
  @DisplayName("B4 percent, underscore and backslash mean themselves")
  void specialCharactersAreEscaped() {
    assertThat(UserList.patterns("100%_a\\b")).containsExactly("%100\\%\\_a\\\\b%");
  }

  @ParameterizedTest
  @DisplayName("B4 a number is found in any notation")
  @ValueSource(
      strings = {
        "+1 202 555 0143",
        "+12025550143",
        "+1 (202) 555-0143",
        "1-202-555-0143",
        "1.202.555.0143",
        "001 202 555 0143",
        "1/202/5550143"
      })
  void numbers(String search) {
    assertThat(UserList.patterns(search)).containsExactly("%12025550143%");
  }

  @Test
  @DisplayName("B4 fewer than three digits are a word")
  void fewDigits() {
    assertThat(UserList.patterns("10")).containsExactly("%10%");
    assertThat(UserList.patterns("101")).containsExactly("%101%");
    assertThat(UserList.patterns("-")).containsExactly("%-%");
    assertThat(UserList.patterns("007")).containsExactly("%007%");
  }
}
