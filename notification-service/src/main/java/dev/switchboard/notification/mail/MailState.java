package dev.switchboard.notification.mail;

/** How far the delivery of a mail is (B2). */
enum MailState {
  /** On its way, or between two tries. */
  QUEUED,
  /** A mail server took it. */
  SENT,
  /** Given up or refused for good. */
  FAILED,
  /** It came back later; reserved, nothing leads here yet. */
  BOUNCED
}
