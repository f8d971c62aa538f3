/** What comes over the topics, in the shape of its contract. */
@NamedInterface("wire")
@NullMarked
package dev.switchboard.user.audit.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
