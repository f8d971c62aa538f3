/** What goes over the topics, in the shape of its contract. */
@NamedInterface("wire")
@NullMarked
package dev.switchboard.billing.usage.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
