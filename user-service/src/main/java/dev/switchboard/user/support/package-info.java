/** The operator's own people: they find accounts and change their admins, and no more (I1, A7). */
@ApplicationModule(
    allowedDependencies = {
      "account",
      "account :: wire",
      "user",
      "credential",
      "session",
      "session :: web",
      "directory",
      "directory :: wire",
      "mail"
    })
@NullMarked
package dev.switchboard.user.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
