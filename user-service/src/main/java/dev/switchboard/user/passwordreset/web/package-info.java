/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.passwordreset.web;

import org.jspecify.annotations.NullMarked;
