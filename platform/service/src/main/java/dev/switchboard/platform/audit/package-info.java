/** The audit log (product H2): who did what to whom, from where, when. */
@NullMarked
package dev.switchboard.platform.audit;

import org.jspecify.annotations.NullMarked;
