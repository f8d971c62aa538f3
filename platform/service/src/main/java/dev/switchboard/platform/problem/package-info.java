/** RFC 9457 problem+json for every error. */
@NullMarked
package dev.switchboard.platform.problem;

import org.jspecify.annotations.NullMarked;
