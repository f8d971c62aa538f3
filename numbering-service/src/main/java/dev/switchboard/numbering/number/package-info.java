/**
 * Phone numbers of accounts: search, the company main number, who has which, where calls go (A1,
 * B8, F1, F2, F3).
 */
@ApplicationModule(allowedDependencies = {"value", "carrier", "price", "price :: wire"})
@NullMarked
package dev.switchboard.numbering.number;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
