/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.support.web;

import org.jspecify.annotations.NullMarked;
