/** The mail sink: an SMTP server that keeps what it gets, and a page to read it. */
@NullMarked
package dev.switchboard.local.mail;

import org.jspecify.annotations.NullMarked;
