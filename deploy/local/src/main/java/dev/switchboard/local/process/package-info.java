/** Processes of the suite: started, watched, restarted, killed. */
@NullMarked
package dev.switchboard.local.process;

import org.jspecify.annotations.NullMarked;
