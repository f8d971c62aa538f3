/** CloudEvents on the wire: what an event is when it is written and when it is read. */
@NullMarked
package dev.switchboard.platform.event;

import org.jspecify.annotations.NullMarked;
