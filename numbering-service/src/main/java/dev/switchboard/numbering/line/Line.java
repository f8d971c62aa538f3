package dev.switchboard.numbering.line;

import dev.switchboard.platform.event.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * All that one user has for calling.
 *
 * @param extension 3 to 6 digits, or null when the line was closed before it was opened
 * @param bridgeId ten digits, or null in the same case
 * @param directNumbers E.164
 * @param forwardTo E.164, or null
 * @param version 0 before it is stored, then 1, 2, 3 …
 */
@Table("line")
public record Line(
    @Id UUID userId,
    UUID accountId,
    State state,
    @Nullable Integer extension,
    @Nullable String bridgeId,
    List<String> directNumbers,
    @Nullable String forwardTo,
    @Version long version) {

  /** States of a line. */
  public enum State {
    OPEN,
    CLOSED
  }

  /** A line for a new user (C5). */
  static Change<Line> open(
      UUID accountId, UUID userId, int extension, String bridgeId, Actor actor) {
    return new Change<>(
        new Line(userId, accountId, State.OPEN, extension, bridgeId, List.of(), null, 0),
        new LineEvent.Opened(actor, List.of("state", "extension", "bridgeId")));
  }

  /** The place of a line that must never open: its end was heard of before its beginning. */
  static Line neverOpened(UUID accountId, UUID userId) {
    return new Line(userId, accountId, State.CLOSED, null, null, List.of(), null, 0);
  }

  /** The user is gone for good. */
  Change<Line> close(Actor actor) {
    if (state == State.CLOSED) {
      throw new IllegalStateException("line " + userId + " is closed already");
    }
    return new Change<>(
        new Line(userId, accountId, State.CLOSED, extension, bridgeId, List.of(), null, version),
        new LineEvent.Closed(actor, List.of("state")));
  }
}
