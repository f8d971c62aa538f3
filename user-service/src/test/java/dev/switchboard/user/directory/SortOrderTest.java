package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortOrderTest {

  @ParameterizedTest
  @DisplayName("B4 sort by any column, with a minus sign for descending")
  @ValueSource(strings = {"lastName", "firstName", "email", "plan", "extension", "state", "number"})
  void everyColumnBothWays(String name) {
    assertThat(SortOrder.parse(name)).hasValueSatisfying(o -> assertThat(o.descending()).isFalse());
    assertThat(SortOrder.parse("-" + name))
        .hasValueSatisfying(o -> assertThat(o.descending()).isTrue());
    assertThat(SortOrder.parse("-" + name).map(SortOrder::column))
        .isEqualTo(SortOrder.parse(name).map(SortOrder::column));
  }

  @ParameterizedTest
  @DisplayName("B4 nothing else is a column")
  @ValueSource(
      strings = {"", "-", "--lastName", "LASTNAME", "last_name", "id", "lastName;drop", "1"})
  void nothingElse(String name) {
    assertThat(SortOrder.parse(name)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("B1 ties are by last name, first name, id; each key once, so the order is total")
  @EnumSource
  void orderIsTotal(SortOrder.Column column) {
    SortOrder order = new SortOrder(column, false);

    assertThat(order.keys()).doesNotHaveDuplicates().endsWith("user_id");
    assertThat(order.keys()).contains("last_name", "first_name");
    assertThat(order.types()).hasSameSizeAs(order.keys()).endsWith("uuid");
  }

  @Test
  @DisplayName("B1 the default is by last name, then first name")
  void byName() {
    assertThat(SortOrder.parse("lastName")).contains(SortOrder.BY_NAME);
    assertThat(SortOrder.BY_NAME.keys()).containsExactly("last_name", "first_name", "user_id");
  }
}
