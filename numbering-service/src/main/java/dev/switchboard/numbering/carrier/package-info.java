/** Where phone numbers come from: the port to a carrier, and the built-in one (F7). */
@ApplicationModule(allowedDependencies = {"value"})
@NullMarked
package dev.switchboard.numbering.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
