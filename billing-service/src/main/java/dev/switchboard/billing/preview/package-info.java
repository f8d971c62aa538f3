/** What the next statement will show, and what an act would change in it (B6, C1, E6). */
@ApplicationModule(allowedDependencies = {"statement", "timeline", "pricelist", "account"})
@NullMarked
package dev.switchboard.billing.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
