/** Mail commands and events as JSON. */
@NullMarked
package dev.switchboard.notification.mail.wire;

import org.jspecify.annotations.NullMarked;
