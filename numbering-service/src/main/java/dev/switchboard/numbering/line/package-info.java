/** The line of each user: extension, bridge, direct numbers (C5, F6). */
@ApplicationModule(allowedDependencies = {"value", "extension"})
@NullMarked
package dev.switchboard.numbering.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
