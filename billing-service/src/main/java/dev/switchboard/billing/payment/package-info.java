/** How statements are paid (E7): tries, standing, and what of it is told. */
@ApplicationModule(
    allowedDependencies = {
      "account",
      "slot",
      "pricelist",
      "method",
      "provider",
      "recipient",
      "preview :: web"
    })
@NullMarked
package dev.switchboard.billing.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
