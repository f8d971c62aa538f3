/** What goes over the topics, in the shape of its contract. */
@NullMarked
package dev.switchboard.user.user.wire;

import org.jspecify.annotations.NullMarked;
