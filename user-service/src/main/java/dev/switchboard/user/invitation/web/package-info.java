/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.invitation.web;

import org.jspecify.annotations.NullMarked;
