package dev.switchboard.user.audit;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Where in the log a page ends. */
record AuditPosition(Instant at, UUID id) {
  static AuditPosition of(AuditItem item) {
    return new AuditPosition(item.at(), item.id());
  }

  String encode() {
    return new Cursor(List.of(at.toString(), id.toString())).encode();
  }

  /**
   * Reads a cursor.
   *
   * @throws ProblemException {@code cursor.invalid}
   */
  static AuditPosition decode(String cursor) {
    List<String> keys =
        Cursor.decode(cursor, 2).keys().stream()
            .map(key -> Objects.requireNonNullElse(key, ""))
            .toList();
    try {
      AuditPosition position =
          new AuditPosition(Instant.parse(keys.getFirst()), UUID.fromString(keys.getLast()));
      if (AuditQuery.isPossible(position.at())) {
        return position;
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ProblemException(CommonError.CURSOR_INVALID, "The cursor can't be read.", e);
    }
    throw new ProblemException(
        CommonError.CURSOR_INVALID, "The cursor does not belong to this list.");
  }
}
