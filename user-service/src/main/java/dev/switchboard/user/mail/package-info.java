/** Mails that this service asks notification-service for (J). */
@ApplicationModule(allowedDependencies = {"account", "user"})
@NullMarked
package dev.switchboard.user.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
