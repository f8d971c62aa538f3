package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extensions;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.platform.event.IncomingEvent;
import org.springframework.stereotype.Component;

/** C5: a new user gets an extension and a bridge with no further act. */
@Component
public class OpenLine {
  private final Lines lines;
  private final Extensions extensions;
  private final Bridges bridges;

  OpenLine(Lines lines, Extensions extensions, Bridges bridges) {
    this.lines = lines;
    this.extensions = extensions;
    this.bridges = bridges;
  }

  /** A user was invited or has signed up. Whoever has a line, open or closed, gets no second. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = event.data();
    if (lines.lock(user.accountId(), user.userId()).isEmpty()) {
      int extension = extensions.allocate(user.accountId(), user.userId());
      String bridgeId = bridges.allocate(user.accountId(), user.userId());
      lines.save(Line.open(user.accountId(), user.userId(), extension, bridgeId, user.actor()));
    }
  }
}
