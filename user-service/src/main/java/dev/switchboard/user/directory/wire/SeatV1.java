package dev.switchboard.user.directory.wire;

import dev.switchboard.user.plan.Plan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of billing's {@code seat.*} events.
 *
 * @param state OCCUPIED, REFUSED or VACATED
 * @param reason why it was refused, such as NO_CONSENT
 */
public record SeatV1(
    UUID accountId,
    long version,
    UUID userId,
    String state,
    @Nullable Plan plan,
    @Nullable String reason) {}
