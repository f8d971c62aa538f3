package dev.switchboard.numbering.line.wire;

import static java.util.Objects.requireNonNull;

import dev.switchboard.platform.event.Actor;
import java.util.UUID;

/**
 * What this service reads of {@code user.*} events.
 *
 * @param version of the user: 1, 2, 3 …
 */
public record UserV1(UUID accountId, UUID userId, long version, Actor actor) {

  public UserV1 {
    requireNonNull(accountId, "accountId");
    requireNonNull(userId, "userId");
    requireNonNull(actor, "actor");
    if (version < 1) {
      throw new IllegalArgumentException("version begins with 1");
    }
  }
}
