package dev.switchboard.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes a mail into the queue, in the transaction of its command. The same mail twice is one. A
 * mail to an erased recipient has failed at once, and nothing of it is kept (D6).
 */
final class QueueMail {
  private final MailRepository mails;
  private final ErasedRecipients erased;
  private final MailPublisher publisher;
  private final MailSignal signal;
  private final Clock clock;
  private final Duration giveUpAfter;

  QueueMail(
      MailRepository mails,
      ErasedRecipients erased,
      MailPublisher publisher,
      MailSignal signal,
      Clock clock,
      Duration giveUpAfter) {
    this.mails = mails;
    this.erased = erased;
    this.publisher = publisher;
    this.signal = signal;
    this.clock = clock;
    this.giveUpAfter = giveUpAfter;
  }

  /**
   * What is asked for.
   *
   * @param sealedToken the link's secret, sealed; null for mails without a link
   */
  record Command(MailId id, Letter letter, @Nullable String sealedToken) {}

  /** What is asked for twice is one mail; whoever is erased gets none. */
  void handle(Command command) {
    Letter letter = command.letter();
    Instant now = clock.instant();
    Change<Mail> asked =
        erased.contains(letter.accountId(), letter.userId())
            ? Mail.toErased(command.id(), letter, now)
            : Mail.queue(command.id(), letter, command.sealedToken(), now, giveUpAfter);
    if (!mails.insert(asked.state())) {
      return;
    }
    publisher.publish(asked.event());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.wake();
          }
        });
  }
}
