/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.password.web;

import org.jspecify.annotations.NullMarked;
