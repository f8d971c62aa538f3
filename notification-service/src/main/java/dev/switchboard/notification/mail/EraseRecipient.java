package dev.switchboard.notification.mail;

import java.time.Clock;
import java.util.UUID;

/**
 * Forgets a former recipient, in the transaction of the command (D6): ends his mails that still
 * wait and overwrites what tells who he was. Twice is no error, nor is one who never got a mail.
 */
final class EraseRecipient {
  private final MailRepository mails;
  private final ErasedRecipients erased;
  private final MailPublisher publisher;
  private final Clock clock;

  EraseRecipient(
      MailRepository mails, ErasedRecipients erased, MailPublisher publisher, Clock clock) {
    this.mails = mails;
    this.erased = erased;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Who is forgotten. */
  record Command(UUID accountId, UUID userId) {}

  void handle(Command command) {
    if (!erased.add(command.accountId(), command.userId(), clock.instant())) {
      return;
    }
    for (Mail mail : mails.lockQueuedOf(command.accountId(), command.userId())) {
      Change<Mail> change = mail.recipientErased();
      if (!mails.update(change.state())) {
        throw new IllegalStateException("mail " + mail.id() + " changed under its row lock");
      }
      publisher.publish(change.event());
    }
    erased.overwriteMails(command.accountId(), command.userId());
  }
}
