package dev.switchboard.billing.payment;

import dev.switchboard.billing.account.Credits;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens the payments of statements in the transaction that issues them, and tells of both. A
 * statement whose credits are more than its charges leaves the rest to those to come.
 */
@Component
public class OpenPayments {
  private final Payments payments;
  private final Credits credits;
  private final Outbox outbox;

  OpenPayments(Payments payments, Credits credits, Outbox outbox) {
    this.payments = payments;
    this.credits = credits;
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
  }
}
