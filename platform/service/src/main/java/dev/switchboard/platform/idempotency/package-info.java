/** Idempotency-Key: same key, same answer, one effect. */
@NullMarked
package dev.switchboard.platform.idempotency;

import org.jspecify.annotations.NullMarked;
