/** The account a transaction works for, told to PostgreSQL row-level security. */
@NullMarked
package dev.switchboard.platform.tenancy;

import org.jspecify.annotations.NullMarked;
