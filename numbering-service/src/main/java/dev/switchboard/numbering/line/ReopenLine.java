package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.extension.Extensions;
import dev.switchboard.numbering.extension.HeldExtensions;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.IncomingEvent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** D6: a deletion was undone; the user has the line that he had. */
@Component
public class ReopenLine {
  private final Lines lines;
  private final Extensions extensions;
  private final HeldExtensions heldExtensions;
  private final BridgeIds bridgeIds;
  private final OpenLine openLine;

  ReopenLine(
      Lines lines,
      Extensions extensions,
      HeldExtensions heldExtensions,
      BridgeIds bridgeIds,
      OpenLine openLine) {
    this.lines = lines;
    this.extensions = extensions;
    this.heldExtensions = heldExtensions;
    this.bridgeIds = bridgeIds;
    this.openLine = openLine;
  }

  /**
   * A user was restored. Twice is no error; before all else that there is to be heard of him, he
   * gets a line; older than what the line knows of him has no effect.
   */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    AccountId accountId = new AccountId(user.accountId());
    UserId userId = new UserId(user.userId());
    Optional<Line> line = lines.lock(accountId, userId);
    if (line.isEmpty()) {
      openLine.open(accountId, userId, user);
    } else if (line.get().isOpen()) {
      lines.remember(accountId, userId, user.version());
    } else if (line.get().userVersion() < user.version()) {
      reopen(line.get(), user);
    }
  }

  /**
   * What he had is there but in odd orders of events: a line that had never been open has neither
   * extension nor bridge. Should the new bridge be another's, the key of the table refuses it and
   * the event, which comes again, draws another.
   */
  private void reopen(Line line, UserV1 user) {
    Extension extension =
        heldExtensions
            .takeUp(line.accountId(), line.userId())
            .orElseGet(() -> extensions.allocate(line.accountId(), line.userId()));
    BridgeId bridge = line.bridgeId();
    lines.update(
        line.reopen(
            extension, bridge == null ? bridgeIds.next() : bridge, user.version(), user.actor()));
  }
}
