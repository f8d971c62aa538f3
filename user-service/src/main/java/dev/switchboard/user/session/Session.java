package dev.switchboard.user.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in browser (A4). Its secret is in the cookie and is stored only as a hash.
 *
 * @param expiresAt its end in any case
 * @param userAgent as the browser named itself, or null
 */
public record Session(
    UUID sessionId,
    UUID accountId,
    UUID userId,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    @Nullable String userAgent) {}
