package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.MailRequestedV1;
import dev.switchboard.notification.template.InvitationModel;
import dev.switchboard.notification.template.LinkToken;
import dev.switchboard.notification.template.MailLanguage;
import dev.switchboard.notification.template.MailTemplates;
import dev.switchboard.notification.template.PublicUrl;
import dev.switchboard.notification.template.RenderedMail;
import dev.switchboard.notification.transport.OutgoingMail;
import dev.switchboard.platform.crypto.Seal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns a queued mail into what is sent. Only here the link's secret is open (I16). */
final class ComposeMail {
  private final MailTemplates templates;
  private final PublicUrl publicUrl;
  private final Seal seal;
  private final JsonMapper json;
  private final Clock clock;

  ComposeMail(
      MailTemplates templates, PublicUrl publicUrl, Seal seal, JsonMapper json, Clock clock) {
    this.templates = templates;
    this.publicUrl = publicUrl;
    this.seal = seal;
    this.json = json;
    this.clock = clock;
  }

  /** The link's secret can't be opened: it was sealed with another key, or altered. */
  static final class UnreadableLinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private UnreadableLinkException() {
      super("the link's secret can't be opened with this service's SWITCHBOARD_LINK_KEY");
    }
  }

  OutgoingMail handle(Mail mail) throws UnreadableLinkException {
    Letter letter = mail.letter();
    String link = publicUrl.join(open(mail.sealedToken()));
    MailRequestedV1.Model model = json.readValue(letter.model(), MailRequestedV1.Model.class);
    RenderedMail content =
        templates.render(
            new InvitationModel(
                model.firstName(),
                model.inviterName(),
                model.companyName(),
                model.expiresAt(),
                link),
            MailLanguage.of(letter.language()));
    return new OutgoingMail(
        mail.id().value(),
        letter.email(),
        letter.name(),
        content.subject(),
        content.html(),
        content.text(),
        clock.instant());
  }

  /** The causes say nothing that is not known, and must not be told: they saw the secret. */
  @SuppressWarnings("UnusedException")
  private LinkToken open(@Nullable String sealed) throws UnreadableLinkException {
    if (sealed == null) {
      throw new UnreadableLinkException();
    }
    try {
      return new LinkToken(seal.open(sealed));
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      throw new UnreadableLinkException();
    }
  }
}
