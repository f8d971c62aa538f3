package dev.switchboard.notification.mail;

import dev.switchboard.notification.transport.Delivery;
import dev.switchboard.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores how a try ended, with its attempt and event. When another instance has moved the mail on
 * meanwhile, because the lease ran out, only the news that a server took it still counts.
 */
final class RecordDelivery {
  private static final Logger log = LoggerFactory.getLogger(RecordDelivery.class);

  private final MailRepository mails;
  private final MailPublisher publisher;
  private final TransactionTemplate transaction;
  private final RetryPauses pauses;
  private final Clock clock;
  private final MeterRegistry meters;

  RecordDelivery(
      MailRepository mails,
      MailPublisher publisher,
      TransactionTemplate transaction,
      RetryPauses pauses,
      Clock clock,
      MeterRegistry meters) {
    this.mails = mails;
    this.publisher = publisher;
    this.transaction = transaction;
    this.pauses = pauses;
    this.clock = clock;
    this.meters = meters;
    for (Attempt.Outcome each : Attempt.Outcome.values()) {
      ended(each); // counted from 0
    }
  }

  /** Stores it; false when the mail had moved on and this try changes nothing any more. */
  boolean handle(Mail claimed, Delivery delivery) {
    boolean stored =
        Tenancy.as(
            claimed.letter().accountId(),
            () -> Boolean.TRUE.equals(transaction.execute(status -> store(claimed, delivery))));
    if (!stored) {
      log.info("Mail {} was moved on by another instance", claimed.id());
    }
    return stored;
  }

  private boolean store(Mail claimed, Delivery delivery) {
    Optional<Mail> current = mails.lock(claimed.letter().accountId(), claimed.id());
    if (current.isEmpty() || current.get().state() != MailState.QUEUED) {
      return false;
    }
    Mail mail = current.get();
    if (mail.version() != claimed.version() && !(delivery instanceof Delivery.Accepted)) {
      return false;
    }
    Instant now = clock.instant();
    Change<Mail> change = transition(mail, delivery, now);
    if (!mails.update(change.state())) {
      throw new IllegalStateException("mail " + mail.id() + " changed under its row lock");
    }
    Attempt attempt = Attempt.of(change.state().attempts(), now, delivery);
    mails.insert(change.state(), attempt);
    publisher.publish(change.event());
    ended(attempt.outcome()).increment();
    if (change.event() instanceof MailEvent.Failed(Mail failed, var _)) {
      log.warn("Mail {} failed: {}", failed.id(), failed.reason());
    }
    return true;
  }

  private Change<Mail> transition(Mail mail, Delivery delivery, Instant now) {
    return switch (delivery) {
      case Delivery.Accepted _ -> mail.sent();
      case Delivery.Refused refused -> mail.refused(refused.reason());
      case Delivery.Deferred deferred ->
          mail.deferred(deferred.reason(), now, pauses.after(mail.attempts() + 1));
    };
  }

  private Counter ended(Attempt.Outcome outcome) {
    return meters.counter("switchboard.mail.attempts", "outcome", outcome.name());
  }
}
