package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.MailModelV1;
import dev.switchboard.notification.mail.wire.MailRequestedV1;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the command {@code mail.requested}. What breaks its contract becomes a dead letter whose
 * cause names properties and never quotes them.
 */
final class MailRequests {
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
    MailRequestedV1 request = event.data();
    requireWhole(request.missing());
    MailRequestedV1.To to = request.to();
    MailCommands.requireSame(event, to.accountId(), to.userId());
    MailKind kind =
        MailKind.of(request.template())
            .orElseThrow(() ->
                new BrokenEventException("mail.requested with a template that does not exist"));
    String sealed = request.sealedToken();
    boolean hasLink = sealed != null && !sealed.isEmpty();
    if (kind.hasSecret() != hasLink) {
      throw new BrokenEventException(
          "mail.requested for " + kind + (hasLink ? " with" : " without") + " a link");
    }
    MailModelV1 model = model(kind, request.model());
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
                to.timeZone(),
                json.writeValueAsString(model),
                trace.current()),
            hasLink ? sealed : null));
  }

  /** Jackson's own words would quote the model, so they are dropped. */
  @SuppressWarnings("UnusedException")
  private MailModelV1 model(MailKind kind, JsonNode model) {
    try {
      MailModelV1 read = json.treeToValue(model, kind.model());
      String missing = read.missing();
      requireWhole(missing == null ? null : "model." + missing);
      return read;
    } catch (JacksonException e) {
      throw new BrokenEventException("mail.requested with a model that does not fit " + kind);
    }
  }

  private static void requireWhole(@Nullable String missing) {
    if (missing != null) {
      throw new BrokenEventException("mail.requested without " + missing);
    }
  }
}
