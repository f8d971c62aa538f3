package dev.switchboard.numbering.line;

import dev.switchboard.numbering.line.wire.LineV1;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores lines, and with each change its event. */
@Component
class Lines {
  private static final String TOPIC = "numbering.lines.v1";

  private final LineRepository lines;
  private final Outbox outbox;

  Lines(LineRepository lines, Outbox outbox) {
    this.lines = lines;
    this.outbox = outbox;
  }

  /** The user's line, locked until the transaction ends. */
  Optional<Line> lock(UUID accountId, UUID userId) {
    return lines.lock(accountId, userId);
  }

  /** Stores a change and its event. */
  void save(Change<Line> change) {
    Line line = lines.save(change.state());
    String type =
        switch (change.event()) {
          case LineEvent.Opened _ -> "line.opened";
          case LineEvent.Closed _ -> "line.closed";
        };
    outbox.add(
        new OutgoingEvent(
            TOPIC,
            line.userId().toString(),
            type,
            line.accountId(),
            LineV1.of(line, change.event())));
  }

  /** Stores a line of which nobody ever heard. */
  void saveSilently(Line line) {
    lines.save(line);
  }
}
