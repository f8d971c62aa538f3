/** A user's own password (A5, G1). */
@ApplicationModule(
    allowedDependencies = {"account", "user", "credential", "mail", "session", "passwordreset"})
@NullMarked
package dev.switchboard.user.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
