package dev.switchboard.user.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  private static final List<String> PERSONAL =
      List.of(
          "Ana", "Villanueva", "Ana Villanueva", "wintercaptain@example.com", "Harbor Light Books");
  private final PasswordPolicy policy =
      new PasswordPolicy(
          new CredentialProperties(
              12, 128, 2, Duration.ofSeconds(4), new CredentialProperties.Argon2(64, 1)));

  @ParameterizedTest
  @DisplayName("A5 a password of 12 to 128 characters that nobody would guess is accepted")
  @ValueSource(
      strings = {
        "a-quiet-harbour-at-dawn",
        "seven tall ships in line",
        "Xk8#mPq2vT9z",
        "пароль который никто",
        "ana sails to the harbor at nine",
        "😀😃😄😁😆😅😂🤣😊😇🙂🙃",
      })
  void accepted(String password) {
    assertThatCode(() -> policy.check(password, "/password", PERSONAL)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("A5 length counts characters, not UTF-16 units: 12 to 128")
  void length() {
    String face = "😀";
    assertThat(refusal("Xk8#mPq2vT9")).isEqualTo(CredentialError.TOO_SHORT);
    assertThat(refusal(face.repeat(5) + "ab12cd")).isEqualTo(CredentialError.TOO_SHORT);
    assertThat(refusal("")).isEqualTo(CredentialError.TOO_SHORT);
    String longest = "Xk8#mPq2vT9z".repeat(10) + "Qw3!rTy7";
    assertThat(longest).hasSize(128);
    assertThatCode(() -> policy.check(longest, "/password", PERSONAL)).doesNotThrowAnyException();
    assertThat(refusal(longest + "x")).isEqualTo(CredentialError.TOO_LONG);
  }

  @ParameterizedTest
  @DisplayName("A5 a common password is refused, also with digits behind, repeated, or as a run")
  @ValueSource(
      strings = {
        "Wintertime2026!",
        "password123456",
        "PASSWORD123456",
        "passwordpassword",
        "qwertyqwerty",
        "aaaaaaaaaaaa",
        "abababababab",
        "123412341234",
        "123456789012",
        "987654321098",
        "abcdefghijklm",
        "            ",
        "\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000",
        "           a",
        "ｐａｓｓｗｏｒｄ１２３４",
      })
  void commonOnes(String password) {
    assertThat(refusal(password)).isEqualTo(CredentialError.TOO_COMMON);
  }

  @ParameterizedTest
  @DisplayName("A5 the name, e-mail or company is refused, whatever its case, spaces and digits")
  @ValueSource(
      strings = {
        "Ana Villanueva",
        "anavillanueva",
        "villanueva2026!!",
        "HARBORLIGHTBOOKS",
        "Harbor-Light-Books-1",
        "wintercaptain@example.com",
        "WinterCaptain@Example.com",
        "wintercaptain77",
      })
  void personalOnes(String password) {
    assertThat(refusal(password)).isEqualTo(CredentialError.PERSONAL);
  }

  @Test
  @DisplayName("A5 a refusal names the field and does not repeat the password")
  void refusalNamesTheField() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> policy.check("short", "/admin/password", PERSONAL));
    assertThat(refused.fields()).singleElement().extracting("pointer").isEqualTo("/admin/password");
    assertThat(refused.getMessage()).doesNotContain("short");
  }

  private Object refusal(String password) {
    return catchThrowableOfType(
            ProblemException.class, () -> policy.check(password, "/password", PERSONAL))
        .error();
  }
}
