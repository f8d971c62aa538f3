/** Metrics and trace defaults. */
@NullMarked
package dev.switchboard.platform.observability;

import org.jspecify.annotations.NullMarked;
