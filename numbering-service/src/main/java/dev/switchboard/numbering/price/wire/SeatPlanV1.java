package dev.switchboard.numbering.price.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read here of {@code seat.*} events.
 *
 * @param state OCCUPIED: the user has the plan
 * @param version of the seat: 1, 2, 3 …
 */
public record SeatPlanV1(
    UUID accountId, UUID userId, long version, String state, @Nullable String plan) {}
