/** The price list, plan slots and seats, and the timeline that statements are made of. */
@NullMarked
package dev.switchboard.billing;

import org.jspecify.annotations.NullMarked;
