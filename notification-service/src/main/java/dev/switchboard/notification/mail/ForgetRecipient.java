package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.ErasureRequestedV1;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;

/**
 * D6: a deleted user's data are erased. Address, name and content of his mails are overwritten,
 * what still waits is not sent, and what is asked for later neither.
 */
final class ForgetRecipient {
  static final String TYPE = "recipient.erasure-requested";

  /** Reason of a mail that was not sent because nobody is there to get it. */
  static final String REASON = "RECIPIENT_ERASED";

  private final ErasedRecipients erased;
  private final MailRepository mails;
  private final MailPublisher publisher;

  ForgetRecipient(ErasedRecipients erased, MailRepository mails, MailPublisher publisher) {
    this.erased = erased;
    this.mails = mails;
    this.publisher = publisher;
  }

  void handle(IncomingEvent<ErasureRequestedV1> event) {
    ErasureRequestedV1.To to = event.data().to();
    UUID userId = to == null ? null : to.userId();
    UUID accountId = to == null ? null : to.accountId();
    if (userId == null || accountId == null) {
      throw new BrokenEventException("recipient.erasure-requested without recipient");
    }
    if (!accountId.equals(event.accountId()) || !userId.toString().equals(event.subject())) {
      throw new BrokenEventException("recipient.erasure-requested for another than its event's");
    }
    erased.add(accountId, userId);
    for (Mail waiting : mails.lockQueued(accountId, userId)) {
      Change<Mail> given = waiting.refused(REASON);
      if (mails.update(given.state())) {
        publisher.publish(given.event());
      }
    }
    erased.overwriteMails(accountId, userId);
  }
}
