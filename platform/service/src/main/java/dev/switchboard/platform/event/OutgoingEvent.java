package dev.switchboard.platform.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event to be written to the outbox.
 *
 * @param topic the Kafka topic, such as {@code user.users.v1}
 * @param key the record key: the aggregate's id as text; events of one key stay in order
 * @param type the CloudEvents type, such as {@code user.invited}
 * @param accountId the account it belongs to, or null when it belongs to none (price lists)
 * @param data the wire record that becomes the JSON value, or null for a tombstone
 */
public record OutgoingEvent(
    String topic, String key, String type, @Nullable UUID accountId, @Nullable Object data) {}
