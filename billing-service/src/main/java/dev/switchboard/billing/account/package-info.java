/** The account as billing knows it: its standing and its open slots. */
@ApplicationModule(allowedDependencies = {"slot", "pricelist"})
@NullMarked
package dev.switchboard.billing.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
