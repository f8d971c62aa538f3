package dev.switchboard.gateway.session;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * user-service's answer to a token exchange.
 *
 * @param expiresAt when the tokens end
 * @param tokens a signed token for each service
 */
record Exchanged(UUID sessionId, UUID userId, Instant expiresAt, Map<String, String> tokens) {}
