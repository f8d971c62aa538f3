/** Call minutes per user and month, and which plan would serve whom better (E9). */
@ApplicationModule(
    allowedDependencies = {"pricelist", "statement", "timeline", "preview", "preview :: web"})
@NullMarked
package dev.switchboard.billing.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
