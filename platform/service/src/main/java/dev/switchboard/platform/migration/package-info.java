/** A service's migrations without the service. */
@NullMarked
package dev.switchboard.platform.migration;

import org.jspecify.annotations.NullMarked;
