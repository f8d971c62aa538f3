/** Accounts, users, invitations, credentials, sessions, and the console's list of users. */
@NullMarked
package dev.switchboard.user;

import org.jspecify.annotations.NullMarked;
