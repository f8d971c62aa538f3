/** Statements as they were issued, and the run that issues them (E5, E8). */
@ApplicationModule(
    allowedDependencies = {
      "statement",
      "timeline",
      "pricelist",
      "preview :: web",
      "payment",
      "payment :: web",
      "recipient"
    })
@NullMarked
package dev.switchboard.billing.issued;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
