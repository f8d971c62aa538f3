package dev.switchboard.billing.payment;

import dev.switchboard.billing.method.PaymentMethod;
import dev.switchboard.billing.method.PaymentMethods;
import dev.switchboard.billing.provider.PaymentProvider.Card;
import dev.switchboard.billing.recipient.BillingMails;
import dev.switchboard.billing.recipient.MailedCard;
import dev.switchboard.billing.recipient.PastDueMail;
import dev.switchboard.billing.recipient.PaymentFailedMail;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * J1: which failures the admins hear of by mail. Not that the first try found no card: the
 * statement's mail has just asked for one. Nor what an admin tried himself: he sees it.
 */
@Component
class MailPayments {
  private final BillingMails mails;
  private final PaymentMethods methods;
  private final Payments payments;
  private final PaymentProperties properties;

  MailPayments(
      BillingMails mails, PaymentMethods methods, Payments payments, PaymentProperties properties) {
    this.mails = mails;
    this.methods = methods;
    this.payments = payments;
    this.properties = properties;
  }

  /** A try of the run has failed, within its transaction. */
  void failed(Payment payment) {
    Failure failure = payment.lastFailure();
    if (failure == null || (failure == Failure.NO_CARD && payment.tries() == 1)) {
      return;
    }
    NewStatement statement = payment.statement();
    Optional<PaymentMethod> method = methods.find(statement.accountId());
    mails.paymentFailed(
        new PaymentFailedMail(
            statement.accountId(),
            statement.statementId(),
            Math.toIntExact(payment.version()),
            payment.amountCents(),
            statement.currency(),
            mailed(method.map(PaymentMethod::card).orElse(null)),
            failure.name(),
            payment.nextTryAt(),
            properties.payBy(statement.issuedAt())));
  }

  /** The account has become past due, within the transaction that made it so. */
  void pastDue(Payment payment, Instant since) {
    NewStatement statement = payment.statement();
    mails.accountPastDue(
        new PastDueMail(
            statement.accountId(),
            payments.unpaidCents(statement.accountId()),
            statement.currency(),
            since));
  }

  static @Nullable MailedCard mailed(@Nullable Card card) {
    return card == null ? null : new MailedCard(card.brand(), card.lastFour());
  }
}
