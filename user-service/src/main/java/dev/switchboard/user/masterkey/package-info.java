/** What is sealed with the master key, and how that key is changed. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.user.masterkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
