/** Suspending and reactivating users (D5). */
@ApplicationModule(
    allowedDependencies = {"account", "plan", "user", "directory", "directory :: web"})
@NullMarked
package dev.switchboard.user.suspension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
