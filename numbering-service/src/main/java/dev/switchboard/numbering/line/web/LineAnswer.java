package dev.switchboard.numbering.line.web;

import dev.switchboard.numbering.line.Line;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** An answer about a part of a user's line: its entity tag is the version of the line. */
final class LineAnswer {
  /** The list waits for the event that it names, so that one's own change is in it (B5). */
  private static final String CONSISTENCY_TOKEN = "Consistency-Token";

  private static final String SERVICE = "numbering-service:";

  private LineAnswer() {}

  /**
   * 200 with what the line says.
   *
   * @param eventId of the event that tells of a change, or null when there was none
   */
  static <T> ResponseEntity<T> of(Line line, @Nullable UUID eventId, Function<Line, T> part) {
    return of(line.version(), eventId, part.apply(line));
  }

  /** The same of a number, which has a version of its own. */
  static <T> ResponseEntity<T> of(long version, @Nullable UUID eventId, T body) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(Long.toString(version));
    if (eventId != null) {
      answer.header(CONSISTENCY_TOKEN, SERVICE + eventId);
    }
    return answer.body(body);
  }
}
