package dev.switchboard.user.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By which column the list is sorted (B4). Ties, and the default, are by last name, first name, id.
 *
 * @param column its first key
 * @param descending turns the whole order round
 */
public record SortOrder(Column column, boolean descending) {
  /** B1: by last name, then first name. */
  public static final SortOrder BY_NAME = new SortOrder(Column.LAST_NAME, false);

  /** Reads {@code lastName}, {@code -extension} and so on. */
  public static Optional<SortOrder> parse(String text) {
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    for (Column column : Column.values()) {
      if (column.parameter.equals(name)) {
        return Optional.of(new SortOrder(column, descending));
      }
    }
    return Optional.empty();
  }

  /** The columns that can be sorted by, with an SQL expression that is never null and its type. */
  public enum Column {
    LAST_NAME("lastName", "last_name", "text"),
    FIRST_NAME("firstName", "first_name", "text"),
    EMAIL("email", "email", "text"),
    PLAN(
        "plan",
        "case plan when 'BASIC' then 1 when 'PLUS' then 2 when 'PRO' then 3 else 4 end",
        "integer"),
    EXTENSION("extension", "coalesce(extension, 2147483647)", "integer"),
    STATE("state", "case state when 'ACTIVE' then 1 when 'SUSPENDED' then 2 else 3 end", "integer"),
    NUMBER("number", "coalesce(direct_numbers[1], 'none')", "text");

    private final String parameter;
    private final String expression;
    private final String type;

    Column(String parameter, String expression, String type) {
      this.parameter = parameter;
      this.expression = expression;
      this.type = type;
    }
  }

  /** The SQL of all keys, the most significant first. */
  List<String> keys() {
    return withTies(column.expression, "last_name", "first_name", "user_id");
  }

  /** The SQL types of {@link #keys()}. */
  List<String> types() {
    List<String> types = new ArrayList<>();
    keys().forEach(key -> types.add(typeOf(key)));
    return types;
  }

  private String typeOf(String key) {
    if (key.equals("user_id")) {
      return "uuid";
    }
    return key.equals(column.expression) ? column.type : "text";
  }

  private static List<String> withTies(String first, String... ties) {
    List<String> keys = new ArrayList<>();
    keys.add(first);
    for (String tie : ties) {
      if (!tie.equals(first)) {
        keys.add(tie);
      }
    }
    return List.copyOf(keys);
  }
}
