/** Seats: which slot each user has, given and taken by the events of users (C2, C5). */
@ApplicationModule(allowedDependencies = {"account", "plan", "slot", "timeline"})
@NullMarked
package dev.switchboard.billing.seat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
