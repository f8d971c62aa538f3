/** Phone numbers, and the line of each user: direct numbers, extension, conference bridge. */
@NullMarked
package dev.switchboard.numbering;

import org.jspecify.annotations.NullMarked;
