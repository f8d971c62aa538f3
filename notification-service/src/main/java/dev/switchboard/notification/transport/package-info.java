/** The way out: SMTP connections, MIME messages, and what a server's answer means. */
@ApplicationModule(allowedDependencies = "text")
@NullMarked
package dev.switchboard.notification.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
