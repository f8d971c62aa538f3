/** Stub services and a browser's view, for the gateway's tests. */
@NullMarked
package dev.switchboard.gateway.testing;

import org.jspecify.annotations.NullMarked;
