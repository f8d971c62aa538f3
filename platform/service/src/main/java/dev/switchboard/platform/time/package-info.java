/** The injected clock and ids. */
@NullMarked
package dev.switchboard.platform.time;

import org.jspecify.annotations.NullMarked;
