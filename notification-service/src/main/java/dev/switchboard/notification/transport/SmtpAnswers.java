package dev.switchboard.notification.transport;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed SMTP conversation means (J2): a 5xx to the recipient or to the content is final,
 * everything else passes. A refused sender or login is ours to repair, so those mails wait too.
 */
final class SmtpAnswers {
  private static final String CONNECTION_LOST = "CONNECTION_LOST";
  private static final int PERMANENT = 500;
  private static final int SERVICE_CLOSING = 421;

  private SmtpAnswers() {}

  /** A failure before any mail was offered. */
  static Delivery.Deferred whileConnecting(MessagingException failure) {
    String reason =
        failure instanceof AuthenticationFailedException
            ? "SERVER_REFUSED_LOGIN"
            : "SERVER_UNREACHABLE";
    return new Delivery.Deferred(reason, SmtpReply.of(0, describe(failure)), true);
  }

  /** A failure while a mail was offered. */
  static Delivery whileSending(MessagingException failure) {
    SMTPAddressFailedException recipient = find(failure, SMTPAddressFailedException.class);
    if (recipient != null && recipient.getReturnCode() > 0) {
      SmtpReply reply = SmtpReply.of(recipient.getReturnCode(), recipient.getMessage());
      return judge(reply, "RECIPIENT_REFUSED", "RECIPIENT_DEFERRED");
    }
    SMTPSenderFailedException sender = find(failure, SMTPSenderFailedException.class);
    if (sender != null && sender.getReturnCode() > 0) {
      return senderRefused(SmtpReply.of(sender.getReturnCode(), sender.getMessage()));
    }
    SMTPSendFailedException message = find(failure, SMTPSendFailedException.class);
    if (message != null && message.getReturnCode() > 0) {
      SmtpReply reply = SmtpReply.of(message.getReturnCode(), message.getMessage());
      return String.valueOf(message.getCommand()).startsWith("MAIL")
          ? senderRefused(reply)
          : judge(reply, "MESSAGE_REFUSED", "MESSAGE_DEFERRED");
    }
    return new Delivery.Deferred(CONNECTION_LOST, SmtpReply.of(0, describe(failure)), false);
  }

  /** Whether the connection ended, as a server may do at any time with one that was kept open. */
  static boolean isConnectionGone(Delivery delivery) {
    return delivery instanceof Delivery.Deferred deferred
        && (deferred.reason().equals(CONNECTION_LOST)
            || deferred.reply().code() == SERVICE_CLOSING);
  }

  private static Delivery.Deferred senderRefused(SmtpReply reply) {
    return new Delivery.Deferred("SENDER_REFUSED", reply, reply.code() == SERVICE_CLOSING);
  }

  private static Delivery judge(SmtpReply reply, String refused, String deferred) {
    return reply.code() >= PERMANENT
        ? new Delivery.Refused(refused, reply)
        : new Delivery.Deferred(deferred, reply, reply.code() == SERVICE_CLOSING);
  }

  private static <T extends Exception> @Nullable T find(Exception failure, Class<T> type) {
    Exception each = failure;
    while (each != null) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
      each =
          each instanceof MessagingException messaging && messaging.getNextException() != null
              ? messaging.getNextException()
              : null;
    }
    return null;
  }

  private static String describe(MessagingException failure) {
    Exception cause = failure.getNextException();
    return cause == null
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + " (" + cause.getClass().getSimpleName() + ")";
  }
}
