/** Sign-up of a company with its first admin (A1). */
@ApplicationModule(allowedDependencies = {"account", "plan", "user", "credential"})
@NullMarked
package dev.switchboard.user.signup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
