/** The launcher: the whole suite on one machine (architecture 9). */
@NullMarked
package dev.switchboard.local;

import org.jspecify.annotations.NullMarked;
