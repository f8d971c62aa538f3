/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.session.web;

import org.jspecify.annotations.NullMarked;
