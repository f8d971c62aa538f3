/** Erasing a whole account: the company leaves for good, and so does everybody in it. */
@ApplicationModule(
    allowedDependencies = {"account", "user", "deletion", "directory", "plan", "support"})
@NullMarked
package dev.switchboard.user.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
