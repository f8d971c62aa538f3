package dev.switchboard.notification.mail;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;

/** What all commands of the topic have in common: a recipient, who is the one of the event. */
final class MailCommands {
  static final String TOPIC = "notification.commands.v1";

  private MailCommands() {}

  static void requireSame(IncomingEvent<?> event, UUID accountId, UUID userId) {
    if (!accountId.equals(event.accountId())) {
      throw new BrokenEventException(event.type() + " for another account than its event's");
    }
    if (!userId.toString().equals(event.subject())) {
      throw new BrokenEventException(event.type() + " for another user than its event's");
    }
  }
}
