/** Headers that every answer has, and those of the client that nobody may see. */
@NullMarked
package dev.switchboard.gateway.header;

import org.jspecify.annotations.NullMarked;
