/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.directory.web;

import org.jspecify.annotations.NullMarked;
