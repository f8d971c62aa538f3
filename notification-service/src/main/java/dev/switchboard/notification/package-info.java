/** Mails: queue, templates, attempts. */
@NullMarked
package dev.switchboard.notification;

import org.jspecify.annotations.NullMarked;
