package dev.switchboard.notification.transport;

/** How one try to hand a mail to the mail server ended. */
public sealed interface Delivery {

  /** What the server said. */
  SmtpReply reply();

  /** The server took the mail and is responsible for it now. */
  record Accepted(SmtpReply reply) implements Delivery {}

  /**
   * It will never take this mail.
   *
   * @param reason code, such as {@code RECIPIENT_REFUSED}
   */
  record Refused(String reason, SmtpReply reply) implements Delivery {}

  /**
   * Not now; try again later.
   *
   * @param reason code, such as {@code SERVER_UNREACHABLE}
   * @param serverDown whether no mail at all can be sent for the moment
   */
  record Deferred(String reason, SmtpReply reply, boolean serverDown) implements Delivery {}
}
