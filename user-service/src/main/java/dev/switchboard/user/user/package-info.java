/** The user: a person of an account (B2, C4). */
@ApplicationModule(allowedDependencies = {"account", "plan"})
@NullMarked
package dev.switchboard.user.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
