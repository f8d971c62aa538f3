/** Plans, their prices and the open plan slots, as billing tells them (C2). */
@ApplicationModule(allowedDependencies = {"account"})
@NullMarked
package dev.switchboard.user.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
