/** Sign-in, sessions, and the internal tokens made from them (A3, A4). */
@ApplicationModule(allowedDependencies = {"account", "user", "credential", "mail", "masterkey"})
@NullMarked
package dev.switchboard.user.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
