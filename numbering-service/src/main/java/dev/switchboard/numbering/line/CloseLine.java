package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.extension.Extensions;
import dev.switchboard.numbering.line.wire.SeatV1;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.number.DirectNumbers;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The user was withdrawn, or billing had no seat for the invitation, which means the same: the line
 * closes and its extension, which nobody has used, is free at once. The bridge id is not given to
 * anybody else.
 */
@Component
public class CloseLine {
  private static final long NO_USER_VERSION = 0;
  private static final long FIRST = 1;

  private final Lines lines;
  private final Extensions extensions;
  private final DirectNumbers directNumbers;

  CloseLine(Lines lines, Extensions extensions, DirectNumbers directNumbers) {
    this.lines = lines;
    this.extensions = extensions;
    this.directNumbers = directNumbers;
  }

  /**
   * The user was withdrawn. Twice is no error; before the invitation, the line never opens; older
   * than what the line knows of the user has no effect.
   */
  public void onWithdrawn(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    AccountId accountId = new AccountId(user.accountId());
    UserId userId = new UserId(user.userId());
    Optional<Line> line = lines.lock(accountId, userId);
    if (line.isEmpty() || line.get().userVersion() < user.version()) {
      close(line, accountId, userId, user.version(), user.actor());
    }
  }

  /**
   * Billing has no seat for the invited user, who will be withdrawn. A user whose deletion was
   * undone and who then gets no seat is deleted again instead, which the event of that tells: what
   * he had must stay held.
   */
  public void onSeatRefused(IncomingEvent<SeatV1> event) {
    SeatV1 seat = SeatV1.checked(event);
    AccountId accountId = new AccountId(seat.accountId());
    UserId userId = new UserId(seat.userId());
    Optional<Line> line = lines.lock(accountId, userId);
    boolean invited = line.isEmpty() || line.get().userVersion() <= FIRST;
    if (seat.version() == FIRST && invited) {
      close(line, accountId, userId, NO_USER_VERSION, seat.actor());
    }
  }

  private void close(
      Optional<Line> line, AccountId accountId, UserId userId, long userVersion, Actor actor) {
    if (line.isEmpty()) {
      lines.insert(Line.neverOpen(accountId, userId, userVersion, actor));
    } else if (line.get().isOpen()) {
      close(line.get(), userVersion, actor);
    } else {
      lines.remember(accountId, userId, userVersion);
    }
  }

  private void close(Line line, long userVersion, Actor actor) {
    directNumbers.release(line.accountId(), line.userId(), line.directNumbers(), actor);
    directNumbers.leadElsewhere(line.accountId(), line.userId(), actor);
    lines.update(line.close(userVersion, actor));
    Extension extension = line.extension();
    if (extension != null) {
      extensions.giveBack(line.accountId(), extension, line.userId());
    }
  }
}
