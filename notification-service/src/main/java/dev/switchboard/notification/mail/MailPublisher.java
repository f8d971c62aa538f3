package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.MailV1;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;

/** Tells what happens to mails, keyed by the recipient. */
final class MailPublisher {
  static final String TOPIC = "notification.mails.v1";

  private final Outbox outbox;

  MailPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  void publish(MailEvent event) {
    outbox.add(toEvent(event));
  }

  static OutgoingEvent toEvent(MailEvent event) {
    Mail mail = event.mail();
    return new OutgoingEvent(
        TOPIC,
        mail.letter().userId().toString(),
        typeOf(event),
        mail.letter().accountId(),
        new MailV1(
            mail.letter().accountId(),
            mail.version(),
            event.changed(),
            Actor.system(),
            mail.id().value(),
            mail.letter().userId(),
            mail.letter().template(),
            mail.state().name(),
            mail.attempts(),
            mail.reason()));
  }

  private static String typeOf(MailEvent event) {
    return switch (event) {
      case MailEvent.Queued _ -> "mail.queued";
      case MailEvent.Sent _ -> "mail.sent";
      case MailEvent.Failed _ -> "mail.failed";
    };
  }
}
