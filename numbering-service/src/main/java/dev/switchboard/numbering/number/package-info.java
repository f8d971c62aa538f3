/** Phone numbers of accounts: search, the company main number, who has which (A1, B8, F1, F3). */
@ApplicationModule(allowedDependencies = {"value", "carrier"})
@NullMarked
package dev.switchboard.numbering.number;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
