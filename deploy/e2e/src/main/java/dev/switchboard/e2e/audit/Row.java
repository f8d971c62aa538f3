package dev.switchboard.e2e.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of a table, all values as PostgreSQL prints them; null is the empty text.
 *
 * @param values by column name
 */
record Row(Map<String, String> values) {
  private static final Row NONE = new Row(Map.of());

  /** A row that has no values, for what is not there. */
  static Row none() {
    return NONE;
  }

  /** Whether it is a row at all. */
  boolean exists() {
    return !values.isEmpty();
  }

  /** The value, or the empty text when it is null or the row is not there. */
  String text(String column) {
    String value = values.get(column);
    if (value == null) {
      if (exists()) {
        throw new IllegalArgumentException("no column " + column + " in " + values.keySet());
      }
      return "";
    }
    return value;
  }

  /** A whole number; 0 when it is null or the row is not there. */
  long number(String column) {
    String text = text(column);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  /** Whether the value is true. */
  boolean isTrue(String column) {
    return text(column).equals("t");
  }

  /** The elements of an array of simple texts. */
  List<String> list(String column) {
    String text = text(column).replaceAll("[{}]", "");
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
  }

  /** Rows by a column that is unique. */
  static Map<String, Row> by(String column, List<Row> rows) {
    Map<String, Row> found = new HashMap<>();
    rows.forEach(row -> found.put(row.text(column), row));
    return found;
  }

  /** Rows by a column that is not unique; rows where it is null are left out. */
  static Map<String, List<Row>> groups(String column, List<Row> rows) {
    Function<Row, String> key = row -> row.text(column);
    return rows.stream()
        .filter(row -> !key.apply(row).isEmpty())
        .collect(Collectors.groupingBy(key));
  }
}
