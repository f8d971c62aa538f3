/** What mails say: templates as files, a typed model for each, and the links in them. */
@ApplicationModule(allowedDependencies = "text")
@NullMarked
package dev.switchboard.notification.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
