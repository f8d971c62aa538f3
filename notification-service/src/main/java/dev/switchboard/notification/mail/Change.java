package dev.switchboard.notification.mail;

/**
 * What a transition returns.
 *
 * @param state the aggregate after it
 * @param event the fact to be told
 */
record Change<T>(T state, MailEvent event) {}
