/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.signup.web;

import org.jspecify.annotations.NullMarked;
