/** Typed values that several features share. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.numbering.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
