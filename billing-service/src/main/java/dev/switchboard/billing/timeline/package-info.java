/** The timeline that statements are made of: when each slot is charged for (E3). */
@ApplicationModule(allowedDependencies = {"account", "plan", "slot"})
@NullMarked
package dev.switchboard.billing.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
