/** What goes over the topics, in the shape of its contract. */
@NullMarked
package dev.switchboard.user.mail.wire;

import org.jspecify.annotations.NullMarked;
