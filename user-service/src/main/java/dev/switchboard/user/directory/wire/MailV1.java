package dev.switchboard.user.directory.wire;

import java.util.UUID;

/**
 * What this service reads of notification's {@code mail.*} events.
 *
 * @param state QUEUED, SENT, FAILED or BOUNCED
 */
public record MailV1(UUID accountId, long version, UUID mailId, UUID userId, String state) {}
