package dev.switchboard.numbering.line.wire;

import dev.switchboard.numbering.line.Line;
import dev.switchboard.numbering.line.LineEvent;
import dev.switchboard.platform.event.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line on the topic {@code numbering.lines.v1}: contracts/events/line.*. */
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
    @Nullable String forwardTo) {

  /** The stored line with what happened to it. */
  public static LineV1 of(Line line, LineEvent event) {
    Integer extension = line.extension();
    return new LineV1(
        line.accountId(),
        line.version(),
        event.changed(),
        event.actor(),
        line.userId(),
        line.state().name(),
        extension == null ? null : extension.toString(),
        line.bridgeId(),
        line.directNumbers(),
        line.forwardTo());
  }
}
