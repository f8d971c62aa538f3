/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.profile.web;

import org.jspecify.annotations.NullMarked;
