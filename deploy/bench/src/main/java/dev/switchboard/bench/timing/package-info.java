/** Closed and open loops, and what is told of their samples. */
@NullMarked
package dev.switchboard.bench.timing;

import org.jspecify.annotations.NullMarked;
