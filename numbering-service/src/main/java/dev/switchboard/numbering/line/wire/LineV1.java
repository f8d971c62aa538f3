package dev.switchboard.numbering.line.wire;

import dev.switchboard.numbering.line.Line;
import dev.switchboard.numbering.line.LineEvent;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line on the topic {@code numbering.lines.v1}: contracts/events/line.*.
 *
 * @param screening true with forwardTo: who answers presses 1 to take the call (F5)
 */
public record LineV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    UUID userId,
    String state,
    @Nullable String extension,
    @Nullable String bridgeId,
    List<String> directNumbers,
    @Nullable String forwardTo,
    @Nullable Boolean screening,
    @Nullable Instant heldUntil) {

  /** The line with what happened to it. */
  public static LineV1 of(Line line, LineEvent event) {
    return new LineV1(
        line.accountId().value(),
        line.version(),
        event.changed(),
        event.actor(),
        line.userId().value(),
        line.state().name(),
        text(line.extension()),
        text(line.bridgeId()),
        line.directNumbers().stream().map(E164::value).toList(),
        text(line.forwardTo()),
        line.forwardTo() == null ? null : Boolean.TRUE,
        line.heldUntil());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
