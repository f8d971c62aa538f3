/** Mails: asked for by command, queued, sent with retries, told as events (J2). */
@ApplicationModule(allowedDependencies = {"template", "text", "transport"})
@NullMarked
package dev.switchboard.notification.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
