package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.HeldExtensions;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.IncomingEvent;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * D6: a user was deleted, which can be undone for a while. His line closes, but extension, bridge
 * and numbers are held for him.
 */
@Component
public class HoldLine {
  private final Lines lines;
  private final HeldExtensions extensions;

  HoldLine(Lines lines, HeldExtensions extensions) {
    this.lines = lines;
    this.extensions = extensions;
  }

  /**
   * A user was deleted. Twice is no error; before the invitation, the line does not open by that;
   * older than what the line knows of the user has no effect.
   */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    UserV1.DeletionV1 deletion = user.requiredDeletion();
    AccountId accountId = new AccountId(user.accountId());
    UserId userId = new UserId(user.userId());
    Optional<Line> line = lines.lock(accountId, userId);
    if (line.isEmpty()) {
      lines.insert(Line.neverOpen(accountId, userId, user.version(), user.actor()));
    } else if (line.get().userVersion() < user.version()) {
      hold(
          line.get(), extensions.heldUntil(deletion.deletedAt(), deletion.restorableUntil()), user);
    }
  }

  /** A closed line is one whose user was deleted before and restored unheard, or has nothing. */
  private void hold(Line line, Instant until, UserV1 user) {
    Instant before = line.heldUntil();
    if (line.isOpen() || (before != null && !before.equals(until))) {
      extensions.hold(line.accountId(), line.userId(), until);
      lines.update(line.hold(until, user.version(), user.actor()));
    } else {
      lines.remember(line.accountId(), line.userId(), user.version());
    }
  }
}
