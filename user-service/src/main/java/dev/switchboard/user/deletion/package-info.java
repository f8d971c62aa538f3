/** Deleting users, undoing it for a while, and erasing who they were after that (D6). */
@ApplicationModule(
    allowedDependencies = {
      "account",
      "plan",
      "user",
      "credential",
      "mail",
      "directory",
      "directory :: web"
    })
@NullMarked
package dev.switchboard.user.deletion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
