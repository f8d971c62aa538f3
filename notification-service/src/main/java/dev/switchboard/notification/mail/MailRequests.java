package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.MailRequestedV1;
import dev.switchboard.notification.template.InvitationModel;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the command {@code mail.requested}. What breaks its contract becomes a dead letter. */
final class MailRequests {
  static final String TOPIC = "notification.commands.v1";
  static final String TYPE = "mail.requested";

  private final QueueMail queueMail;
  private final MailTrace trace;
  private final JsonMapper json;

  MailRequests(QueueMail queueMail, MailTrace trace, JsonMapper json) {
    this.queueMail = queueMail;
    this.trace = trace;
    this.json = json;
  }

  void handle(IncomingEvent<MailRequestedV1> event) {
    MailRequestedV1 request = checked(event);
    MailRequestedV1.To to = request.to();
    queueMail.handle(
        new QueueMail.Command(
            new MailId(request.mailId()),
            new Letter(
                to.accountId(),
                to.userId(),
                to.email(),
                to.name(),
                request.template(),
                request.language(),
                json.writeValueAsString(request.model()),
                trace.current()),
            request.sealedToken()));
  }

  private static MailRequestedV1 checked(IncomingEvent<MailRequestedV1> event) {
    MailRequestedV1 request = event.data();
    String missing = request.missing();
    if (missing != null) {
      throw new BrokenEventException("mail.requested without " + missing);
    }
    if (!request.to().accountId().equals(event.accountId())) {
      throw new BrokenEventException("mail.requested for another account than its event's");
    }
    if (!request.to().userId().toString().equals(event.subject())) {
      throw new BrokenEventException("mail.requested for another user than its event's");
    }
    if (!request.template().equals(InvitationModel.TEMPLATE)) {
      throw new BrokenEventException("mail.requested with a template that does not exist");
    }
    return request;
  }
}
