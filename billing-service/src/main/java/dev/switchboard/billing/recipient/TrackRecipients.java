package dev.switchboard.billing.recipient;

import dev.switchboard.billing.recipient.wire.PersonV1;
import dev.switchboard.platform.event.IncomingEvent;
import org.springframework.stereotype.Component;

/**
 * J1: knows whom billing writes to, from every event about a user. Twice, or older than what is
 * known, has no effect; whose data are erased is forgotten (D6).
 */
@Component
public class TrackRecipients {
  private final Recipients recipients;
  private final SendNotices sendNotices;

  TrackRecipients(Recipients recipients, SendNotices sendNotices) {
    this.recipients = recipients;
    this.sendNotices = sendNotices;
  }

  /** Something happened to a user. The mails that have waited for an admin go to the first one. */
  public void on(IncomingEvent<PersonV1> event) {
    PersonV1 person = PersonV1.checked(event);
    if (recipients.keep(person) && person.isActiveAdmin()) {
      sendNotices.sendWaiting(person.accountId());
    }
  }
}
