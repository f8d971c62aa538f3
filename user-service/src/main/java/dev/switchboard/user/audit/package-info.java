/** The audit log: who did what to whom, from where, when (H2). */
@ApplicationModule(allowedDependencies = {"account", "plan", "user"})
@NullMarked
package dev.switchboard.user.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
