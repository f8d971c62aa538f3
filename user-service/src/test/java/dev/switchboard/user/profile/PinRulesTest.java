package dev.switchboard.user.profile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.problem.ProblemException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D1: what a voicemail PIN must be. */
class PinRulesTest {
  private final PinRules rules = new PinRules(6, 10);

  @ParameterizedTest
  @DisplayName("D1 a PIN of 6 to 10 digits that nobody guesses is taken")
  @ValueSource(strings = {"482710", "2048301", "9073415528", "112358", "908070", "121213"})
  void good(String pin) {
    assertThatCode(() -> rules.check(pin, "101")).doesNotThrowAnyException();
    assertThatCode(() -> rules.check(pin, null)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @DisplayName("D1 each bad PIN is refused with its reason")
  @CsvSource({
    "'', PIN_FORMAT",
    "48271, PIN_FORMAT",
    "48271093654, PIN_FORMAT",
    "48a710, PIN_FORMAT",
    "４８２７１０, PIN_FORMAT",
    "'482 710', PIN_FORMAT",
    "111111, PIN_REPETITION",
    "1212121, PIN_REPETITION",
    "123123, PIN_REPETITION",
    "4824824824, PIN_REPETITION",
    "48274827, PIN_REPETITION",
    "4827148271, PIN_REPETITION",
    "123456, PIN_RUN",
    "654321, PIN_RUN",
    "0987654321, PIN_RUN",
    "7890123, PIN_RUN",
    "482716, PIN_EXTENSION",
  })
  void bad(String pin, ProfileError reason) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> rules.check(pin, "482716"))
        .matches(problem -> problem.error() == reason)
        .matches(problem -> problem.fields().getFirst().pointer().equals("/voicemailPin"));
  }
}
