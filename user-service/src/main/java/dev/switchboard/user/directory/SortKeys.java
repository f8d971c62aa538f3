package dev.switchboard.user.directory;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The sort keys of a row between PostgreSQL (a JSON array) and the client (a cursor). */
final class SortKeys {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SortKeys() {}

  static String encode(String jsonArray) {
    List<@Nullable String> keys = new ArrayList<>();
    JSON.readTree(jsonArray).forEach(key -> keys.add(key.asString()));
    return new Cursor(keys).encode();
  }

  /**
   * The keys when each can be of its SQL type.
   *
   * @throws ProblemException {@code cursor.invalid} otherwise
   */
  static List<@Nullable String> check(Cursor cursor, List<String> types) {
    for (int i = 0; i < types.size(); i++) {
      String key = cursor.keys().get(i);
      if (key == null || !fits(key, types.get(i))) {
        throw new ProblemException(
            CommonError.CURSOR_INVALID, "The cursor does not belong to this order.");
      }
    }
    return cursor.keys();
  }

  private static boolean fits(String key, String type) {
    try {
      return switch (type) {
        case "uuid" -> UUID.fromString(key).toString().equals(key);
        case "integer" -> Integer.toString(Integer.parseInt(key)).equals(key);
        default -> true;
      };
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
