/** The line of each user: extension, bridge, direct numbers (C5, D6, D7, F6). */
@ApplicationModule(
    allowedDependencies = {"value", "extension", "number", "number :: web", "forwarding"})
@NullMarked
package dev.switchboard.numbering.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
