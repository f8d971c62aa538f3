/** Numbers as priced things: which an account has, what for and for whom (E2). */
@ApplicationModule(allowedDependencies = {"timeline"})
@NullMarked
package dev.switchboard.billing.number;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
