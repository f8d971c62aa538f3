package dev.switchboard.billing.usage;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ends: who called most comes first, then the id decides. */
record Place(long minutes, UUID userId) {
  private static final Place START = new Place(Long.MAX_VALUE, new UUID(0, 0));

  static Place of(UserUsage user) {
    return new Place(user.minutes(), user.userId());
  }

  /**
   * The end of the page before, or with null the beginning.
   *
   * @param list names the list that the cursor must be of
   * @throws ProblemException {@code cursor.invalid}
   */
  static Place behind(@Nullable String cursor, String list) {
    if (cursor == null) {
      return START;
    }
    List<@Nullable String> keys = Cursor.decode(cursor, list, 2).keys();
    try {
      return new Place(
          Long.parseLong(String.valueOf(keys.getFirst())),
          UUID.fromString(String.valueOf(keys.getLast())));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          CommonError.CURSOR_INVALID, "The cursor does not belong to this list.", e);
    }
  }

  /** Whether it comes after that one in the list. */
  boolean isBehind(Place other) {
    // As text, since the database compares ids without a sign and Java's UUID does not.
    return minutes < other.minutes
        || (minutes == other.minutes && userId.toString().compareTo(other.userId.toString()) > 0);
  }

  String cursor(String list) {
    return new Cursor(List.of(Long.toString(minutes), userId.toString())).encode(list);
  }
}
