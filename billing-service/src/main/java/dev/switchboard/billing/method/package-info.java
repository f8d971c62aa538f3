/** The card that an account pays with, as the provider keeps it (E7). */
@ApplicationModule(allowedDependencies = {"provider"})
@NullMarked
package dev.switchboard.billing.method;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
