/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.numbering.order.web;

import org.jspecify.annotations.NullMarked;
