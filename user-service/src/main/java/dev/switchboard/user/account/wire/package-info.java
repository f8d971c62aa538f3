/** What other services tell about an account's numbers. */
@NullMarked
package dev.switchboard.user.account.wire;

import org.jspecify.annotations.NullMarked;
