package dev.switchboard.notification.transport;

/** Hands mails to a mail server. Safe for use by several threads. */
public interface MailTransport {

  /** Tries once; every failure is told by the result, none is thrown. */
  Delivery deliver(OutgoingMail mail);

  /** Whether the server lets us in at the moment; tells the same as a delivery without a mail. */
  boolean isReachable();
}
