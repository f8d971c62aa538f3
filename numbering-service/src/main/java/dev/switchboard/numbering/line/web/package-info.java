/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.numbering.line.web;

import org.jspecify.annotations.NullMarked;
