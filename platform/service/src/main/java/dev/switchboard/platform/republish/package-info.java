/** Tells aggregates again as they are, when an operator asks for it (ADR 26). */
@NullMarked
package dev.switchboard.platform.republish;

import org.jspecify.annotations.NullMarked;
