package dev.switchboard.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.SampleTokens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest extends SampleTest {
  private static final Cursor CURSOR = new Cursor(List.of("Ángel", "7"));

  @Test
  @DisplayName("a cursor comes back as it was, null keys too")
  void roundTrip() {
    List<@Nullable String> keys = Arrays.asList(null, "", "Zoë \uD83D\uDE00");
    assertThat(Cursor.decode(new Cursor(keys).encode(), 3).keys()).isEqualTo(keys);
    assertThat(Cursor.decode(new Cursor(keys).encode("-name"), "-name", 3).keys()).isEqualTo(keys);
    assertThat(CURSOR.encode("name")).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @DisplayName("400 for a cursor of another sort, direction or number of keys")
  @ValueSource(strings = {"-name", "email", "Name"})
  void foreignSort(String sort) {
    String cursor = CURSOR.encode("name");
    assertThat(status("name", cursor)).isEqualTo("200 ");
    assertThat(status(sort, cursor)).isEqualTo("400 cursor.invalid");
    assertThat(status("name", new Cursor(List.of("7")).encode("name")))
        .isEqualTo("400 cursor.invalid");
    assertThat(status("name", CURSOR.encode())).isEqualTo("400 cursor.invalid");
  }

  @ParameterizedTest
  @DisplayName("400 for a cursor that nobody made")
  @ValueSource(
      strings = {
        "",
        "x",
        "null",
        "{}",
        "[\"name\",\"a\"",
        "[\"name\",\"a\",\"b\",\"c\"]",
        "[\"name\",\"a\",{}]",
        "[\"name\",\"a\",[\"b\"]]",
        "[\"name\",\"a\",\"\\u0000\"]",
        "\"name\""
      })
  void tampered(String json) {
    String cursor = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    assertInvalid(cursor);
    assertInvalid(json);
  }

  @Test
  @DisplayName("400 for a cursor that was cut or is too long")
  void cutOrLong() {
    String cursor = CURSOR.encode("name");
    assertInvalid(cursor.substring(0, cursor.length() - 3));
    assertInvalid(new Cursor(List.of("a".repeat(3_000), "7")).encode("name"));
  }

  private static void assertInvalid(String cursor) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Cursor.decode(cursor, "name", 2))
        .satisfies(refused -> assertThat(refused.error()).isEqualTo(CommonError.CURSOR_INVALID));
  }

  private String status(String sort, String cursor) {
    var answer =
        call(
            to(
                "/api/v1/things?sort=" + sort + "&cursor=" + cursor,
                SampleTokens.user(UUID.randomUUID())));
    return answer.statusCode() + " " + json(answer).path("code").asString("");
  }
}
