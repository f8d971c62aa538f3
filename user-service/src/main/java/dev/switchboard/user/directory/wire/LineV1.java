package dev.switchboard.user.directory.wire;

import dev.switchboard.platform.event.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of numbering's {@code line.*} events.
 *
 * @param changed names of what differs from the version before
 * @param state OPEN or CLOSED
 */
public record LineV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    UUID userId,
    String state,
    @Nullable String extension,
    @Nullable String bridgeId,
    List<String> directNumbers,
    @Nullable String forwardTo) {}
