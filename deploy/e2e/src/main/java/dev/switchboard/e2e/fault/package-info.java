/**
 * Kills and freezes processes under load, and proves afterwards that nothing was lost or doubled.
 */
@NullMarked
package dev.switchboard.e2e.fault;

import org.jspecify.annotations.NullMarked;
