/** Each event takes effect once: subscriptions, the inbox table, dead letters. */
@NullMarked
package dev.switchboard.platform.inbox;

import org.jspecify.annotations.NullMarked;
