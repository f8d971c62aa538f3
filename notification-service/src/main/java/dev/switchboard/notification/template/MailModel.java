package dev.switchboard.notification.template;

import java.util.Map;

/** What a template shows; one record per template. */
public sealed interface MailModel
    permits InvitationModel,
        PasswordResetModel,
        PasswordChangedModel,
        AdminChangedModel,
        NewSignInModel,
        TwoStepChangedModel,
        ForwardingChangedModel,
        StatementIssuedModel,
        PaymentFailedModel,
        AccountPastDueModel {

  /** Where its files are: the template's name and, where there are several, which wording. */
  String folder();

  /** What is shown, by name, in the words of this reader; each is one clean line. */
  Map<String, String> facts(Reader reader);
}
