/** Phone numbers of accounts: search, and the company main number (A1, F3). */
@ApplicationModule(allowedDependencies = {"value", "carrier"})
@NullMarked
package dev.switchboard.numbering.number;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
