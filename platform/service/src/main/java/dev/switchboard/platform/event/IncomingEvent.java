package dev.switchboard.platform.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer sees it.
 *
 * @param id the CloudEvents id; the same on every delivery of the same event
 * @param type the CloudEvents type
 * @param subject the id of the aggregate that it is about
 * @param time when it was written by its owner
 * @param accountId the account it belongs to, or null
 * @param data its parsed data
 */
public record IncomingEvent<T>(
    UUID id, String type, String subject, Instant time, @Nullable UUID accountId, T data) {}
