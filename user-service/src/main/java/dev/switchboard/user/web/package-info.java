/** What all HTTP endpoints of this service have in common. */
@NullMarked
package dev.switchboard.user.web;

import org.jspecify.annotations.NullMarked;
