/** Who a user is: name, address, mobile number, time zone, language, voicemail PIN (D1, G1). */
@ApplicationModule(
    allowedDependencies = {
      "account",
      "plan",
      "user",
      "credential",
      "directory",
      "directory :: web"
    })
@NullMarked
package dev.switchboard.user.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
