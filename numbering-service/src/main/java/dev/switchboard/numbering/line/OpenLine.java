package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.extension.Extensions;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.IncomingEvent;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** C5: a new user gets an extension and a bridge with no further act. */
@Component
public class OpenLine {
  private static final int BRIDGE_ATTEMPTS = 20;

  private final Lines lines;
  private final Extensions extensions;
  private final BridgeIds bridgeIds;

  OpenLine(Lines lines, Extensions extensions, BridgeIds bridgeIds) {
    this.lines = lines;
    this.extensions = extensions;
    this.bridgeIds = bridgeIds;
  }

  /** A user was invited or has signed up. Whoever has a line, open or closed, gets no second. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    AccountId accountId = new AccountId(user.accountId());
    UserId userId = new UserId(user.userId());
    if (lines.lock(accountId, userId).isPresent()) {
      lines.remember(accountId, userId, user.version());
    } else {
      open(accountId, userId, user);
    }
  }

  /** Opens the first line of a user. */
  void open(AccountId accountId, UserId userId, UserV1 user) {
    Extension extension = extensions.allocate(accountId, userId);
    boolean opened =
        Stream.generate(bridgeIds::next)
            .limit(BRIDGE_ATTEMPTS)
            .map(bridge ->
                Line.open(accountId, userId, user.version(), extension, bridge, user.actor()))
            .anyMatch(lines::insert);
    if (!opened) {
      throw new IllegalStateException("no free bridge id in " + BRIDGE_ATTEMPTS + " attempts");
    }
  }
}
