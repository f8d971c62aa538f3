/** The number space of an account's extensions (F4). */
@ApplicationModule(allowedDependencies = {"value"})
@NullMarked
package dev.switchboard.numbering.extension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
