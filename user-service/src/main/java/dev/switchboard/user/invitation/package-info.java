/** Inviting a person, the mailed link, and joining by it (C2, C4, C5, D4). */
@ApplicationModule(
    allowedDependencies = {
      "account",
      "plan",
      "user",
      "credential",
      "mail",
      "directory",
      "directory :: web",
      "directory :: wire"
    })
@NullMarked
package dev.switchboard.user.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
