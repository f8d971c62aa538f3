package dev.switchboard.numbering.line.wire;

import dev.switchboard.platform.event.Actor;
import java.util.UUID;

/** What this service reads of {@code user.*} and {@code seat.refused} events. */
public record UserV1(UUID accountId, UUID userId, Actor actor) {}
