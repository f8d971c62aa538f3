/**
 * What a number costs, as billing has published it; to say so before it is ordered (B7, E1, E2).
 */
@ApplicationModule(allowedDependencies = {"value"})
@NullMarked
package dev.switchboard.numbering.price;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
