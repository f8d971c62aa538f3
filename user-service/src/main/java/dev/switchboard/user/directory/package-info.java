/** The console's list: one wide row per user, fed by all services (B1–B5, K2). */
@ApplicationModule(allowedDependencies = {"account", "plan", "user"})
@NullMarked
package dev.switchboard.user.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
