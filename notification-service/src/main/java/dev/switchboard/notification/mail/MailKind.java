package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.MailModelV1;
import java.util.Arrays;
import java.util.Optional;

/** Which mails there are (J1). Each has a model of its own; some carry a link with a secret. */
enum MailKind {
  INVITATION("invitation", MailModelV1.Invitation.class, true),
  PASSWORD_RESET("password-reset", MailModelV1.PasswordReset.class, true),
  PASSWORD_CHANGED("password-changed", MailModelV1.PasswordChanged.class, false),
  ADMIN_CHANGED("admin-changed", MailModelV1.AdminChanged.class, false),
  NEW_SIGN_IN("new-sign-in", MailModelV1.NewSignIn.class, false),
  TWO_STEP_CHANGED("two-step-changed", MailModelV1.TwoStepChanged.class, false),
  FORWARDING_CHANGED("forwarding-changed", MailModelV1.ForwardingChanged.class, false),
  STATEMENT_ISSUED("statement-issued", MailModelV1.StatementIssued.class, false),
  PAYMENT_FAILED("payment-failed", MailModelV1.PaymentFailed.class, false),
  ACCOUNT_PAST_DUE("account-past-due", MailModelV1.AccountPastDue.class, false);

  private final String template;
  private final Class<? extends MailModelV1> model;
  private final boolean secret;

  MailKind(String template, Class<? extends MailModelV1> model, boolean secret) {
    this.template = template;
    this.model = model;
    this.secret = secret;
  }

  static Optional<MailKind> of(String template) {
    return Arrays.stream(values()).filter(kind -> kind.template.equals(template)).findFirst();
  }

  Class<? extends MailModelV1> model() {
    return model;
  }

  /** Whether there is a secret link in it. */
  boolean hasSecret() {
    return secret;
  }
}
