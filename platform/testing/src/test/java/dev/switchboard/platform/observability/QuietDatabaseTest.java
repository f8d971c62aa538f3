package dev.switchboard.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.sample.SampleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class QuietDatabaseTest extends SampleTest {
  private static final String PERSONAL = "ana.luz@harborlight.example";
  private static final String INSERT =
      "insert into thing_copy (thing_id, version, name) values (?, 1, 'ana')";

  @Test
  @DisplayName("an error of the database names the constraint, never the values: it goes into logs")
  void errorsAreWithoutValues() {
    jdbc.sql(INSERT).param(PERSONAL).update();
    assertThatThrownBy(() -> jdbc.sql(INSERT).param(PERSONAL).update())
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("thing_copy_pkey")
        .satisfies(failure -> {
          for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain(PERSONAL);
          }
        });
  }
}
