/** What billing tells about prices and slots. */
@NamedInterface("wire")
@NullMarked
package dev.switchboard.user.plan.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
