package dev.switchboard.notification.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One model for each wording of each mail, of one person, one other person and one company. */
record TestModels(String first, String other, String company) {
  static final String SECRET = "abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE";
  static final String JOIN = "https://phone.example.com/join#" + SECRET;
  static final String RESET = "https://phone.example.com/reset#" + SECRET;
  static final String CONSOLE = "https://phone.example.com/";

  static final String BILLING = "https://phone.example.com/billing";

  static final TestModels USUAL = new TestModels("José", "Ada Ngata", "Harbor Light Books");

  private static final Instant WHEN = Instant.parse("2026-11-09T14:29:00Z");

  /** Somebody who reads this language and lives by UTC. */
  static Reader reader(MailLanguage language) {
    return new Reader(language, ZoneOffset.UTC);
  }

  InvitationModel invitation() {
    return new InvitationModel(first, other, company, WHEN, JOIN);
  }

  NewSignInModel newSignIn(String device, String ipAddress) {
    return new NewSignInModel(first, company, device, ipAddress, WHEN, CONSOLE);
  }

  /** All of them; what is no name is the other person's name too. */
  List<MailModel> all() {
    return list(newSignIn(other, other), other, new MailedCard(other, "4242"));
  }

  /** All of them as people get them. */
  List<MailModel> usual() {
    return list(
        newSignIn("Firefox on Windows", "203.0.113.7"),
        "+12125550187",
        new MailedCard("Visa", "4242"));
  }

  private List<MailModel> list(NewSignInModel newSignIn, String number, MailedCard card) {
    return List.of(
        invitation(),
        new PasswordResetModel(first, company, null, WHEN, RESET),
        new PasswordResetModel(first, company, other, WHEN, RESET),
        new PasswordChangedModel(first, company, WHEN, CONSOLE),
        new AdminChangedModel(first, company, first + " Okafor", true, WHEN, CONSOLE),
        new AdminChangedModel(first, company, other, false, WHEN, CONSOLE),
        newSignIn,
        new TwoStepChangedModel(first, company, true, WHEN, CONSOLE),
        new TwoStepChangedModel(first, company, false, WHEN, CONSOLE),
        new ForwardingChangedModel(first, company, number, WHEN, CONSOLE),
        new ForwardingChangedModel(first, company, null, WHEN, CONSOLE),
        statement(8494, card),
        statement(8494, null),
        statement(0, null),
        paymentFailed(card, "INSUFFICIENT_FUNDS", WHEN),
        paymentFailed(card, "NEEDS_ACTION", null),
        paymentFailed(null, "NO_CARD", WHEN),
        new AccountPastDueModel(first, company, usd(17488), WHEN, BILLING));
  }

  PaymentFailedModel paymentFailed(
      @Nullable MailedCard card, String reason, @Nullable Instant nextTryAt) {
    return new PaymentFailedModel(
        first, company, usd(8494), card, reason, nextTryAt, WHEN, BILLING);
  }

  private StatementIssuedModel statement(long dueCents, @Nullable MailedCard card) {
    return new StatementIssuedModel(
        first,
        company,
        LocalDate.parse("2026-11-02"),
        LocalDate.parse("2026-12-01"),
        usd(8994),
        usd(dueCents),
        card,
        WHEN,
        BILLING);
  }

  private static Money usd(long cents) {
    return new Money(cents, Currency.getInstance("USD"));
  }
}
