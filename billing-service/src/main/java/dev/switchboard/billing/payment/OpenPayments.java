package dev.switchboard.billing.payment;

import dev.switchboard.billing.account.Credits;
import dev.switchboard.billing.method.PaymentMethods;
import dev.switchboard.billing.provider.PaymentProvider.Card;
import dev.switchboard.billing.recipient.BillingMails;
import dev.switchboard.billing.recipient.StatementMail;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens the payments of statements in the transaction that issues them, and tells of both, by event
 * and by mail. A statement whose credits are more than its charges leaves the rest to those to
 * come.
 */
@Component
public class OpenPayments {
  private final Payments payments;
  private final Credits credits;
  private final PaymentMethods methods;
  private final BillingMails mails;
  private final PaymentProperties properties;
  private final Outbox outbox;

  OpenPayments(
      Payments payments,
      Credits credits,
      PaymentMethods methods,
      BillingMails mails,
      PaymentProperties properties,
      Outbox outbox) {
    this.payments = payments;
    this.credits = credits;
    this.methods = methods;
    this.mails = mails;
    this.properties = properties;
    this.outbox = outbox;
  }

  /** For statements of accounts that are locked; at most one of each account. */
  public void open(List<NewStatement> statements) {
    Map<UUID, Long> before = credits.of(statements.stream().map(NewStatement::accountId).toList());
    Map<UUID, Long> after = new HashMap<>();
    List<Payment> opened = new ArrayList<>();
    List<OutgoingEvent> events = new ArrayList<>();
    for (NewStatement statement : statements) {
      long credit = before.getOrDefault(statement.accountId(), 0L);
      Change<Payment> change = Payment.open(statement, credit);
      opened.add(change.state());
      events.add(PaymentPublisher.toEvent(change));
      long left = change.state().creditLeft(credit);
      if (left != credit) {
        after.put(statement.accountId(), left);
      }
    }
    payments.insert(opened);
    credits.store(after);
    outbox.add(events);
    mails.statementsIssued(mails(opened));
  }

  private List<StatementMail> mails(List<Payment> opened) {
    Map<UUID, Card> cards =
        methods.cards(opened.stream().map(each -> each.statement().accountId()).toList());
    return opened.stream()
        .map(each -> {
          NewStatement statement = each.statement();
          return new StatementMail(
              statement.accountId(),
              statement.statementId(),
              statement.from(),
              statement.to(),
              statement.totalCents(),
              each.amountCents(),
              statement.currency(),
              MailPayments.mailed(cards.get(statement.accountId())),
              properties.payBy(statement.issuedAt()));
        })
        .toList();
  }
}
