/** A mailed link to set a new password (D3). */
@ApplicationModule(allowedDependencies = {"account", "user", "credential", "mail", "session"})
@NullMarked
package dev.switchboard.user.passwordreset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
