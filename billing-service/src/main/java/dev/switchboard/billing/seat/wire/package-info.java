/** Users and seats as JSON. */
@NullMarked
package dev.switchboard.billing.seat.wire;

import org.jspecify.annotations.NullMarked;
