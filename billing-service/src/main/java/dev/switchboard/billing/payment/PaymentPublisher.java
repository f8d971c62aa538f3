package dev.switchboard.billing.payment;

import dev.switchboard.billing.payment.wire.StatementV1;
import dev.switchboard.platform.event.OutgoingEvent;

/** Turns what happened to a statement into the event of its contract. */
final class PaymentPublisher {
  private static final String TOPIC = "billing.statements.v1";

  private PaymentPublisher() {}

  static OutgoingEvent toEvent(Change<Payment> change) {
    NewStatement statement = change.state().statement();
    String type =
        switch (change.event()) {
          case PaymentEvent.Issued issued -> "statement.issued";
          case PaymentEvent.Paid paid -> "statement.paid";
          case PaymentEvent.Failed failed -> "statement.payment-failed";
          case PaymentEvent.PastDue pastDue -> "statement.past-due";
        };
    return new OutgoingEvent(
        TOPIC,
        statement.accountId().toString(),
        type,
        statement.accountId(),
        StatementV1.of(change.state(), change.event().changed(), change.event().actor()));
  }
}
