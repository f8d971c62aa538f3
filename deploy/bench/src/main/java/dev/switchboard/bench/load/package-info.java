/** Fills user-service's tables with many users, the same ones each time. */
@NullMarked
package dev.switchboard.bench.load;

import org.jspecify.annotations.NullMarked;
