/** When an account had which priced thing: what statements will be made of (E3). */
@ApplicationModule(allowedDependencies = {"pricelist", "statement"})
@NullMarked
package dev.switchboard.billing.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
