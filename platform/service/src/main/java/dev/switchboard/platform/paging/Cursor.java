package dev.switchboard.platform.paging;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ends: the sort keys of its last row, opaque to clients. Values only ever become
 * parameters of a query, so a forged cursor can't show more than an honest one.
 *
 * @param keys the row's sort keys as text; null keys are allowed
 */
public record Cursor(List<@Nullable String> keys) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_LENGTH = 2_000;

  /** The cursor as clients see it. */
  public String encode() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(keys));
  }

  /**
   * The cursor as clients see it, good for this order only.
   *
   * @param order names filter and sort of the list, such as {@code -email}
   */
  public String encode(String order) {
    List<@Nullable String> all = new ArrayList<>(keys.size() + 1);
    all.add(order);
    all.addAll(keys);
    return new Cursor(all).encode();
  }

  /**
   * Reads a cursor that was made for this order and has exactly this many keys.
   *
   * @throws ProblemException {@code cursor.invalid} for anything else
   */
  public static Cursor decode(String text, String order, int size) {
    List<@Nullable String> all = decode(text, size + 1).keys();
    if (!order.equals(all.getFirst())) {
      throw foreign();
    }
    return new Cursor(all.subList(1, all.size()));
  }

  /**
   * Reads a cursor with exactly this many keys, of a list that has one order only.
   *
   * @throws ProblemException {@code cursor.invalid} for anything else
   */
  public static Cursor decode(String text, int size) {
    try {
      if (text.length() <= MAX_LENGTH) {
        List<@Nullable String> keys =
            JSON.readValue(
                Base64.getUrlDecoder().decode(text),
                new TypeReference<List<@Nullable String>>() {});
        if (keys != null
            && keys.size() == size
            && keys.stream().noneMatch(key -> key != null && key.indexOf(0) >= 0)) {
          return new Cursor(keys);
        }
      }
    } catch (IllegalArgumentException | JacksonException e) {
      throw new ProblemException(CommonError.CURSOR_INVALID, "The cursor can't be read.", e);
    }
    throw foreign();
  }

  private static ProblemException foreign() {
    return new ProblemException(
        CommonError.CURSOR_INVALID, "The cursor does not belong to this list.");
  }
}
