package dev.switchboard.bench.load;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generated user.
 *
 * @param state ACTIVE, SUSPENDED or INVITED
 * @param directNumber E.164, or null
 */
public record Person(
    UUID userId,
    String firstName,
    String lastName,
    String email,
    String state,
    String plan,
    String language,
    @Nullable String directNumber,
    String bridgeId,
    Instant createdAt) {}
