package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.MailModelV1;
import dev.switchboard.notification.template.AdminChangedModel;
import dev.switchboard.notification.template.ForwardingChangedModel;
import dev.switchboard.notification.template.InvitationModel;
import dev.switchboard.notification.template.LinkToken;
import dev.switchboard.notification.template.MailModel;
import dev.switchboard.notification.template.MailTemplates;
import dev.switchboard.notification.template.NewSignInModel;
import dev.switchboard.notification.template.PasswordChangedModel;
import dev.switchboard.notification.template.PasswordResetModel;
import dev.switchboard.notification.template.PublicUrl;
import dev.switchboard.notification.template.Reader;
import dev.switchboard.notification.template.RenderedMail;
import dev.switchboard.notification.template.TwoStepChangedModel;
import dev.switchboard.notification.transport.OutgoingMail;
import dev.switchboard.platform.crypto.Seal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns a queued mail into what is sent. Only here the link's secret is open (I16). */
final class ComposeMail {
  private final MailTemplates templates;
  private final PublicUrl publicUrl;
  private final MoneyModels aboutMoney;
  private final Seal seal;
  private final JsonMapper json;
  private final Clock clock;

  ComposeMail(
      MailTemplates templates, PublicUrl publicUrl, Seal seal, JsonMapper json, Clock clock) {
    this.templates = templates;
    this.publicUrl = publicUrl;
    this.aboutMoney = new MoneyModels(publicUrl);
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
    RenderedMail content =
        templates.render(model(mail), Reader.of(letter.language(), letter.timeZone()));
    return new OutgoingMail(
        mail.id().value(),
        letter.email(),
        letter.name(),
        content.subject(),
        content.html(),
        content.text(),
        clock.instant());
  }

  private MailModel model(Mail mail) throws UnreadableLinkException {
    MailKind kind = MailKind.of(mail.letter().template()).orElseThrow();
    return switch (json.readValue(mail.letter().model(), kind.model())) {
      case MailModelV1.Invitation(var first, var inviter, var company, var expiresAt) ->
          new InvitationModel(
              first, inviter, company, expiresAt, publicUrl.join(open(mail.sealedToken())));
      case MailModelV1.PasswordReset(var first, var company, var expiresAt, var requestedBy) ->
          new PasswordResetModel(
              first, company, requestedBy, expiresAt, publicUrl.reset(open(mail.sealedToken())));
      case MailModelV1.PasswordChanged(var first, var company, var changedAt) ->
          new PasswordChangedModel(first, company, changedAt, publicUrl.console());
      case MailModelV1.AdminChanged(
              var first,
              var company,
              var admin,
              var isAdmin,
              var changedAt) ->
          new AdminChangedModel(first, company, admin, isAdmin, changedAt, publicUrl.console());
      case MailModelV1.NewSignIn(
              var first,
              var company,
              var device,
              var ipAddress,
              var signedInAt) ->
          new NewSignInModel(first, company, device, ipAddress, signedInAt, publicUrl.console());
      case MailModelV1.TwoStepChanged(var first, var company, var isOn, var changedAt) ->
          new TwoStepChangedModel(first, company, isOn, changedAt, publicUrl.console());
      case MailModelV1.ForwardingChanged(var first, var company, var number, var changedAt) ->
          new ForwardingChangedModel(first, company, number, changedAt, publicUrl.console());
      case MailModelV1.StatementIssued statement -> aboutMoney.statementIssued(statement);
      case MailModelV1.PaymentFailed payment -> aboutMoney.paymentFailed(payment);
      case MailModelV1.AccountPastDue account -> aboutMoney.accountPastDue(account);
    };
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
