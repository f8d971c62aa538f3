package dev.switchboard.numbering.line.wire;

import static java.util.Objects.requireNonNull;

import dev.switchboard.platform.event.Actor;
import java.util.UUID;

/** What this service reads of {@code seat.refused}. */
public record SeatV1(UUID accountId, UUID userId, Actor actor) {

  public SeatV1 {
    requireNonNull(accountId, "accountId");
    requireNonNull(userId, "userId");
    requireNonNull(actor, "actor");
  }
}
