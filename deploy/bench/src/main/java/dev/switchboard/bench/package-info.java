/** Measures the suite's speed; started by {@code deploy/bench/run}. */
@NullMarked
package dev.switchboard.bench;

import org.jspecify.annotations.NullMarked;
