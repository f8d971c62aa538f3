/** Random secrets, their hashes, and sealing of secrets in commands. */
@NullMarked
package dev.switchboard.platform.crypto;

import org.jspecify.annotations.NullMarked;
