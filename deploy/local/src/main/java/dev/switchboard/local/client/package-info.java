/**
 * A client of the gateway that behaves as the console in a browser does, and a reader of the mail
 * sink.
 */
@NullMarked
package dev.switchboard.local.client;

import org.jspecify.annotations.NullMarked;
