/** The seat of each user: which slot he occupies (C2, C5). */
@ApplicationModule(
    allowedDependencies = {
      "account",
      "account :: wire",
      "slot",
      "pricelist",
      "timeline",
      "preview",
      "preview :: web"
    })
@NullMarked
package dev.switchboard.billing.seat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
