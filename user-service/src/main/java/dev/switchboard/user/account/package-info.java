/** The company (account) and its main number (A1). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.user.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
