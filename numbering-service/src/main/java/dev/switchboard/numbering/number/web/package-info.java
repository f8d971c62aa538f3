/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.numbering.number.web;

import org.jspecify.annotations.NullMarked;
