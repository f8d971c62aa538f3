package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final String ID = "019a4b1c-0000-7000-8000-000000000001";
  private static final List<String> TYPES = List.of("integer", "text", "uuid");

  @Test
  @DisplayName("B4 a cursor gives back the keys of the row where the page ended")
  void roundTrip() {
    String cursor = SortKeys.encode("[101, \"O'Hara \\\"Ó\\\"\", \"" + ID + "\"]");

    assertThat(SortKeys.check(Cursor.decode(cursor, 3), TYPES))
        .containsExactly("101", "O'Hara \"Ó\"", ID);
  }

  @Test
  @DisplayName("B4 a cursor of another order is refused")
  void otherOrder() {
    refused(List.of("x", "text", ID));
    refused(List.of("2147483648", "text", ID));
    refused(List.of("+1", "text", ID));
    refused(List.of("1", "text", "1-1-1-1-1"));
    refused(Arrays.asList("1", null, ID));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Cursor.decode(new Cursor(List.of("1", ID)).encode(), 3));
  }

  private static void refused(List<String> keys) {
    Cursor cursor = Cursor.decode(new Cursor(keys).encode(), 3);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> SortKeys.check(cursor, TYPES))
        .matches(problem -> problem.error() == CommonError.CURSOR_INVALID);
  }
}
