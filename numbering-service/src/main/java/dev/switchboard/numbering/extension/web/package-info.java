/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.numbering.extension.web;

import org.jspecify.annotations.NullMarked;
