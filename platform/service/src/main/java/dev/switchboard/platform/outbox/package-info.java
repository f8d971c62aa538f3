/**
 * Events written in the transaction of the change and relayed to Kafka: sharded, leased, fenced.
 */
@NullMarked
package dev.switchboard.platform.outbox;

import org.jspecify.annotations.NullMarked;
