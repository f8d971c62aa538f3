/** How typed values are stored. */
@NullMarked
package dev.switchboard.user.persistence;

import org.jspecify.annotations.NullMarked;
