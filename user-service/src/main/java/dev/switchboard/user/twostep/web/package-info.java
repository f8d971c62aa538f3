/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.twostep.web;

import org.jspecify.annotations.NullMarked;
