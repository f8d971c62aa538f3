/** Journeys through the gateway and the browser, the auditor, and fault runs. */
@NullMarked
package dev.switchboard.e2e;

import org.jspecify.annotations.NullMarked;
