/** Mails to the admins of accounts, and how people and companies are called (E5, E7, J1). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.billing.recipient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
