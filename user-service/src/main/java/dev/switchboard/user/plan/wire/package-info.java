/** What billing tells about prices and slots. */
@NullMarked
package dev.switchboard.user.plan.wire;

import org.jspecify.annotations.NullMarked;
