/** The gateway's own errors as problem+json (RFC 9457), also those that Tomcat raises. */
@NullMarked
package dev.switchboard.gateway.problem;

import org.jspecify.annotations.NullMarked;
