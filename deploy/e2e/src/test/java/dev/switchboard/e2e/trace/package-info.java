/** A receiver of traces, as an operator's collector is one. */
@NullMarked
package dev.switchboard.e2e.trace;

import org.jspecify.annotations.NullMarked;
