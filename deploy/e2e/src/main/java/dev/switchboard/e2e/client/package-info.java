/** A client of the gateway that behaves as the console in a browser does. */
@NullMarked
package dev.switchboard.e2e.client;

import org.jspecify.annotations.NullMarked;
