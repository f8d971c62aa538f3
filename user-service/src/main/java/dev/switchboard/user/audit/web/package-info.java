/** The HTTP side of the feature. */
@NullMarked
package dev.switchboard.user.audit.web;

import org.jspecify.annotations.NullMarked;
