/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.numbering.forwarding.web;

import org.jspecify.annotations.NullMarked;
