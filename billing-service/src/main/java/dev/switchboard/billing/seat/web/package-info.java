/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.billing.seat.web;

import org.jspecify.annotations.NullMarked;
