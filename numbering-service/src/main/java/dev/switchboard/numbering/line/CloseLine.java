package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extensions;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.platform.event.IncomingEvent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The user was withdrawn, or billing had no seat, which means the same: the line closes and its
 * extension, which nobody has used, is free at once.
 */
@Component
public class CloseLine {
  private final Lines lines;
  private final Extensions extensions;

  CloseLine(Lines lines, Extensions extensions) {
    this.lines = lines;
    this.extensions = extensions;
  }

  /** Twice is no error; before the invitation it keeps the line from ever opening. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = event.data();
    Optional<Line> line = lines.lock(user.accountId(), user.userId());
    if (line.isEmpty()) {
      lines.saveSilently(Line.neverOpened(user.accountId(), user.userId()));
    } else if (line.get().state() == Line.State.OPEN) {
      Integer extension = line.get().extension();
      if (extension != null) {
        extensions.free(user.accountId(), extension, user.userId());
      }
      lines.save(line.get().close(user.actor()));
    }
  }
}
