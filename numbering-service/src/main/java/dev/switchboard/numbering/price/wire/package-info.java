/** What goes over the topics, in the shape of its contract. */
@NamedInterface("wire")
@NullMarked
package dev.switchboard.numbering.price.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
