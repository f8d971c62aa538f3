/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.deletion.web;

import org.jspecify.annotations.NullMarked;
