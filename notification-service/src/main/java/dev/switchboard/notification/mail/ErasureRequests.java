package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.ErasureRequestedV1;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;

/** Reads the command {@code recipient.erasure-requested}. */
final class ErasureRequests {
  static final String TYPE = "recipient.erasure-requested";

  private final EraseRecipient eraseRecipient;

  ErasureRequests(EraseRecipient eraseRecipient) {
    this.eraseRecipient = eraseRecipient;
  }

  void handle(IncomingEvent<ErasureRequestedV1> event) {
    String missing = event.data().missing();
    if (missing != null) {
      throw new BrokenEventException(TYPE + " without " + missing);
    }
    ErasureRequestedV1.To to = event.data().to();
    MailCommands.requireSame(event, to.accountId(), to.userId());
    eraseRecipient.handle(new EraseRecipient.Command(to.accountId(), to.userId()));
  }
}
