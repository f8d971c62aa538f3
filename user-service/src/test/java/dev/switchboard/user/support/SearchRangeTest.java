package dev.switchboard.user.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRangeTest {

  @Test
  @DisplayName("I1 each word of a search is the beginning of a term, whatever its case")
  void words() {
    assertThat(SearchRange.of("  Harbor  LIGHT "))
        .containsExactly(List.of(new SearchRange("harbor")), List.of(new SearchRange("light")));
  }

  @ParameterizedTest
  @DisplayName("I1 a number is looked for by its digits, from either end")
  @ValueSource(strings = {"+1 (415) 555-0101", "1.415.555.0101", "001 415 5550101"})
  void numbers(String search) {
    assertThat(SearchRange.of(search))
        .containsExactly(List.of(new SearchRange("14155550101"), new SearchRange("~10105555141")));
  }

  @Test
  @DisplayName("I1 few digits are a word")
  void fewDigits() {
    assertThat(SearchRange.of("24")).containsExactly(List.of(new SearchRange("24")));
  }

  @Test
  @DisplayName("I1 the range holds every term that begins so")
  void ends() {
    SearchRange range = new SearchRange("ha");

    assertThat(range.to().codePointAt(2)).isEqualTo(0x10FFFF);
  }
}
