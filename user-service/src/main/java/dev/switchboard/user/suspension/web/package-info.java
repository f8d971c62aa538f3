/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.suspension.web;

import org.jspecify.annotations.NullMarked;
