/** The console's files and its deep links. */
@NullMarked
package dev.switchboard.gateway.console;

import org.jspecify.annotations.NullMarked;
