package dev.switchboard.notification.transport;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * SMTP with connections that are reused while mails keep coming and closed soon after. It opens as
 * many connections as threads deliver at once, never more.
 */
final class SmtpMailTransport implements MailTransport, AutoCloseable {
  private final JavaMailSenderImpl server;
  private final SmtpProperties properties;
  private final MimeMessages messages;
  private final Deque<SmtpConnection> unused = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  SmtpMailTransport(JavaMailSenderImpl server, SmtpProperties properties) {
    this.server = server;
    this.properties = properties;
    this.messages = new MimeMessages(server.getSession(), properties);
  }

  @Override
  public Delivery deliver(OutgoingMail mail) {
    MimeMessage message;
    try {
      message = messages.write(mail);
    } catch (AddressException e) {
      return new Delivery.Refused("RECIPIENT_INVALID", SmtpReply.of(0, "not a mail address"));
    } catch (MessagingException e) {
      return new Delivery.Deferred(
          "MESSAGE_UNWRITABLE", SmtpReply.of(0, e.getClass().getSimpleName()), false);
    }
    SmtpConnection reused = unused.pollFirst();
    if (reused != null) {
      Delivery delivery = sendOver(reused, message);
      if (!SmtpAnswers.isConnectionGone(delivery)) {
        return delivery;
      }
    }
    try {
      return sendOver(connect(), message);
    } catch (MessagingException e) {
      return SmtpAnswers.whileConnecting(e);
    }
  }

  @Override
  public boolean isReachable() {
    try {
      giveBack(connect());
      return true;
    } catch (MessagingException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    for (SmtpConnection each = unused.pollFirst(); each != null; each = unused.pollFirst()) {
      each.close();
    }
  }

  private Delivery sendOver(SmtpConnection connection, MimeMessage message) {
    try {
      Delivery delivery = connection.send(message);
      giveBack(connection);
      return delivery;
    } catch (MessagingException e) {
      connection.close();
      return SmtpAnswers.whileSending(e);
    }
  }

  private SmtpConnection connect() throws MessagingException {
    SMTPTransport transport =
        (SMTPTransport) server.getSession().getTransport(server.getProtocol());
    transport.connect(
        server.getHost(),
        server.getPort(),
        emptyToNull(server.getUsername()),
        emptyToNull(server.getPassword()));
    return new SmtpConnection(transport);
  }

  private void giveBack(SmtpConnection connection) {
    if (connection.mails() >= properties.mailsPerConnection() || closed) {
      connection.close();
    } else {
      unused.addFirst(connection);
    }
  }

  /** Servers don't like connections that are kept without use. */
  @Scheduled(fixedDelayString = "${switchboard.smtp.idle}")
  void closeIdle() {
    Duration idle = properties.idle();
    for (SmtpConnection each : List.copyOf(unused)) {
      if (each.idle().compareTo(idle) >= 0 && unused.remove(each)) {
        each.close();
      }
    }
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
