/** The services behind the gateway, and calls to them that cannot drag the gateway down. */
@NullMarked
package dev.switchboard.gateway.service;

import org.jspecify.annotations.NullMarked;
