package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.CardV1;
import dev.switchboard.notification.mail.wire.MailModelV1;
import dev.switchboard.notification.mail.wire.MoneyV1;
import dev.switchboard.notification.template.AccountPastDueModel;
import dev.switchboard.notification.template.MailModel;
import dev.switchboard.notification.template.MailedCard;
import dev.switchboard.notification.template.Money;
import dev.switchboard.notification.template.PaymentFailedModel;
import dev.switchboard.notification.template.PublicUrl;
import dev.switchboard.notification.template.StatementIssuedModel;
import org.jspecify.annotations.Nullable;

/** What mails about statements and payments show (E5, E7). */
final class MoneyModels {
  private final PublicUrl publicUrl;

  MoneyModels(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** Leads to the statement, or to where a card is added when there is none to pay it. */
  MailModel statementIssued(MailModelV1.StatementIssued statement) {
    Money due = money(statement.due());
    MailedCard card = card(statement.card());
    return new StatementIssuedModel(
        statement.firstName(),
        statement.companyName(),
        statement.from(),
        statement.to(),
        money(statement.total()),
        due,
        card,
        statement.payBy(),
        StatementIssuedModel.lacksCard(due, card)
            ? publicUrl.billing()
            : publicUrl.statement(statement.statementId()));
  }

  MailModel paymentFailed(MailModelV1.PaymentFailed payment) {
    return new PaymentFailedModel(
        payment.firstName(),
        payment.companyName(),
        money(payment.due()),
        card(payment.card()),
        payment.reason(),
        payment.nextTryAt(),
        payment.payBy(),
        publicUrl.billing());
  }

  MailModel accountPastDue(MailModelV1.AccountPastDue account) {
    return new AccountPastDueModel(
        account.firstName(),
        account.companyName(),
        money(account.due()),
        account.since(),
        publicUrl.billing());
  }

  private static Money money(MoneyV1 money) {
    return new Money(money.amountCents(), money.currency());
  }

  private static @Nullable MailedCard card(@Nullable CardV1 card) {
    return card == null ? null : new MailedCard(card.brand(), card.lastFour());
  }
}
