/**
 * The one door of Switchboard: session cookie, routing, limits, the console. It has no database and
 * no business rule; every answer of a service passes unchanged.
 */
@NullMarked
package dev.switchboard.gateway;

import org.jspecify.annotations.NullMarked;
