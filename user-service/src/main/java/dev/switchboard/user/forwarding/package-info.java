/** What a user is told when his calls are forwarded elsewhere (F5). */
@ApplicationModule(allowedDependencies = {"account", "user", "mail", "directory :: wire"})
@NullMarked
package dev.switchboard.user.forwarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
