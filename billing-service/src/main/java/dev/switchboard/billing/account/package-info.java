/** Accounts as billing knows them: standing, time zone, anniversary. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.billing.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
