package dev.switchboard.notification.mail;

import dev.switchboard.notification.transport.Delivery;
import dev.switchboard.notification.transport.MailTransport;
import dev.switchboard.notification.transport.SmtpReply;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One try to send a claimed mail: outside any transaction, since a mail server may be slow. */
final class SendMail {
  private static final Logger log = LoggerFactory.getLogger(SendMail.class);

  private static final int TRIES_TO_STORE = 60;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ComposeMail composeMail;
  private final MailTransport transport;
  private final RecordDelivery recordDelivery;
  private final MailTrace trace;

  SendMail(
      ComposeMail composeMail,
      MailTransport transport,
      RecordDelivery recordDelivery,
      MailTrace trace) {
    this.composeMail = composeMail;
    this.transport = transport;
    this.recordDelivery = recordDelivery;
    this.trace = trace;
  }

  /** Tries once and stores how it went. */
  Delivery handle(Mail mail) {
    return trace.continued(
        mail.letter().traceParent(),
        () -> {
          Delivery delivery = tryOnce(mail);
          store(mail, delivery);
          return delivery;
        });
  }

  /** Insists for a while: an unstored success would mean a second copy. */
  private void store(Mail mail, Delivery delivery) {
    for (int tries = 1; ; tries++) {
      try {
        recordDelivery.handle(mail, delivery);
        return;
      } catch (DataAccessException | TransactionException e) {
        if (tries == TRIES_TO_STORE) {
          throw e;
        }
        log.warn("The result of mail {} waits for the database: {}", mail.id(), e.toString());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Delivery tryOnce(Mail mail) {
    try {
      return transport.deliver(composeMail.handle(mail));
    } catch (ComposeMail.UnreadableLinkException e) {
      log.error("Mail {} fails: {}", mail.id(), e.getMessage());
      return new Delivery.Refused("LINK_UNREADABLE", new SmtpReply(0, "not sent"));
    } catch (RuntimeException e) {
      // A defect of ours. Its message may quote what was rendered, so only kind and place are told.
      log.error(
          "Mail {} can't be made: {} at {}",
          mail.id(),
          e.getClass().getName(),
          Arrays.stream(e.getStackTrace()).findFirst().orElse(null));
      return new Delivery.Deferred("INTERNAL_ERROR", new SmtpReply(0, "not sent"), false);
    }
  }
}
