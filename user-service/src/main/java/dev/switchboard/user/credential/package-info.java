/** Passwords: what they must be (A5), how they are kept and checked. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.user.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
