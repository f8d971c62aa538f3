/** Text from people made fit for mails: one line, no control characters, bounded. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.notification.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
