package dev.switchboard.notification.transport;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open connection, used by one thread at a time for a burst of mails. */
final class SmtpConnection {
  private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

  private final SMTPTransport transport;
  private int mails;
  private long usedAt = System.nanoTime();

  SmtpConnection(SMTPTransport transport) {
    this.transport = transport;
  }

  /** How many mails it has carried. */
  int mails() {
    return mails;
  }

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - usedAt);
  }

  Delivery.Accepted send(MimeMessage message) throws MessagingException {
    Address[] to = message.getRecipients(Message.RecipientType.TO);
    transport.sendMessage(message, to);
    mails++;
    usedAt = System.nanoTime();
    return new Delivery.Accepted(
        SmtpReply.of(transport.getLastReturnCode(), transport.getLastServerResponse()));
  }

  void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.debug("An SMTP connection was gone before it was closed: {}", e.toString());
    }
  }
}
