/** Which path belongs to which service, and how a request gets there. */
@NullMarked
package dev.switchboard.gateway.route;

import org.jspecify.annotations.NullMarked;
