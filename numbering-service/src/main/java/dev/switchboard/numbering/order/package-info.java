/** Numbers that accounts want from the carrier: reserved, ordered, settled (B7, F1, F7). */
@ApplicationModule(
    allowedDependencies = {"value", "carrier", "number", "number :: web", "line", "price"})
@NullMarked
package dev.switchboard.numbering.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
