package dev.switchboard.platform.outbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox.
 *
 * @param shards how many independent streams the keys are spread over; the same for all instances
 * @param batch most events in one Kafka transaction
 * @param poll longest wait before a look for events of other instances
 * @param lease how long a shard belongs to an instance that does not answer any more
 * @param retryBlocked how long a key rests whose event Kafka refused for good
 * @param keepSent how long what was sent is kept, to be sent again after a restore; longer than any
 *     consumer is usually behind
 * @param events the types that the service writes; they are counted from 0
 */
@ConfigurationProperties("switchboard.outbox")
record OutboxProperties(
    @DefaultValue("4") int shards,
    @DefaultValue("500") int batch,
    @DefaultValue("250ms") Duration poll,
    @DefaultValue("10s") Duration lease,
    @DefaultValue("30s") Duration retryBlocked,
    @DefaultValue("PT1H") Duration keepSent,
    @DefaultValue List<String> events) {}
