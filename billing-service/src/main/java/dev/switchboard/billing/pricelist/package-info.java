/** Plans and their prices, versioned (E1). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.billing.pricelist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
