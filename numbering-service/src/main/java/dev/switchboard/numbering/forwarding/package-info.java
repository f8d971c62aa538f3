/** Where a user's calls may be forwarded to: one number outside the company (D2, F5). */
@ApplicationModule(allowedDependencies = {"value", "number"})
@NullMarked
package dev.switchboard.numbering.forwarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
