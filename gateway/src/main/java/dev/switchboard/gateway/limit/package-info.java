/** How much, how often and how long a client may ask. */
@NullMarked
package dev.switchboard.gateway.limit;

import org.jspecify.annotations.NullMarked;
