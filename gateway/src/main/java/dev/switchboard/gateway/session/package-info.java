/** Session cookie to internal token, and forgetting it within a second when the session ends. */
@NullMarked
package dev.switchboard.gateway.session;

import org.jspecify.annotations.NullMarked;
