package dev.switchboard.notification.mail;

import java.time.Clock;
import java.time.Duration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes a mail into the queue, in the transaction of its command. The same mail twice is one. */
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

  /** What is asked for. */
  record Command(MailId id, Letter letter, String sealedToken) {}

  /** What is asked for twice is one mail; whoever is erased gets none. */
  void handle(Command command) {
    if (erased.contains(command.letter().accountId(), command.letter().userId())) {
      return;
    }
    Change<Mail> queued =
        Mail.queue(
            command.id(), command.letter(), command.sealedToken(), clock.instant(), giveUpAfter);
    if (!mails.insert(queued.state())) {
      return;
    }
    publisher.publish(queued.event());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.wake();
          }
        });
  }
}
