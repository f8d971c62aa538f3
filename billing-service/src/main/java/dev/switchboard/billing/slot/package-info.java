/** Plan slots: the right to one user on one plan (A2). */
@ApplicationModule(allowedDependencies = {"pricelist", "timeline"})
@NullMarked
package dev.switchboard.billing.slot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
