/** Plan slots: the rights to one user on one plan that an account pays for (A2). */
@ApplicationModule(allowedDependencies = {"account", "plan"})
@NullMarked
package dev.switchboard.billing.slot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
