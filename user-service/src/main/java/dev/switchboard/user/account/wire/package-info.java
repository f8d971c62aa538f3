/** What other services tell about an account's numbers. */
@NamedInterface("wire")
@NullMarked
package dev.switchboard.user.account.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
