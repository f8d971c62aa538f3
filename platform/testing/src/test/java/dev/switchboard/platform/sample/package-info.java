/** A service of one table and one topic, on which the platform proves what it promises. */
@NullMarked
package dev.switchboard.platform.sample;

import org.jspecify.annotations.NullMarked;
