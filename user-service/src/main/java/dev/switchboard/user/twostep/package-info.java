/** Two-step sign-in: codes of an authenticator app (RFC 6238) and recovery codes. */
@ApplicationModule(
    allowedDependencies = {"account", "user", "credential", "mail", "session", "masterkey"})
@NullMarked
package dev.switchboard.user.twostep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
