package dev.switchboard.billing.payment;

import dev.switchboard.billing.account.BillingAccount;
import dev.switchboard.billing.account.BillingAccount.Standing;
import dev.switchboard.billing.account.BillingAccounts;
import dev.switchboard.billing.account.Standings;
import dev.switchboard.billing.method.PaymentMethods;
import dev.switchboard.billing.payment.Attempts.Attempt;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what has come of a try: payment, try and the account's standing in one transaction, the
 * account locked before the payment, as everywhere. A payment that is paid stays so, and a try has
 * one outcome, however often it is told.
 */
@Component
class SettlePayment {
  private final BillingAccounts accounts;
  private final Standings standings;
  private final Payments payments;
  private final Attempts attempts;
  private final MailPayments mailPayments;
  private final Outbox outbox;
  private final PaymentMethods methods;
  private final PaymentProperties properties;
  private final Clock clock;

  SettlePayment(
      BillingAccounts accounts,
      Standings standings,
      Payments payments,
      Attempts attempts,
      MailPayments mailPayments,
      Outbox outbox,
      PaymentMethods methods,
      PaymentProperties properties,
      Clock clock) {
    this.accounts = accounts;
    this.standings = standings;
    this.payments = payments;
    this.attempts = attempts;
    this.mailPayments = mailPayments;
    this.outbox = outbox;
    this.methods = methods;
    this.properties = properties;
    this.clock = clock;
  }

  /** The money has come, by this try or, without one, as the provider tells. */
  @Transactional
  public void taken(Payment seen, @Nullable Attempt attempt, Actor actor) {
    Locked locked = lock(seen);
    Instant now = now();
    if (attempt != null) {
      attempts.end(attempt, Attempts.TAKEN, now);
    }
    if (locked.payment.state() != Payment.State.PAID) {
      store(locked, locked.payment.pay(actor, now));
    }
  }

  /** A try has failed; without one, there was no card to try. */
  @Transactional
  public void failed(Payment seen, @Nullable Attempt attempt, Failure failure, Actor actor) {
    Locked locked = lock(seen);
    Instant now = now();
    if (attempt != null && !attempts.end(attempt, failure.name(), now)) {
      return;
    }
    Payment payment = locked.payment;
    if (payment.state() == Payment.State.PAID) {
      return;
    }
    Instant planned = payment.nextTryAt();
    boolean bySchedule =
        (attempt == null || !attempt.present()) && planned != null && !planned.isAfter(now);
    Change<Payment> change =
        bySchedule
            ? payment.fail(failure, next(payment, now), actor)
            : payment.failAside(failure, actor);
    boolean standingChanged = store(locked, change);
    if (standingChanged) {
      mailPayments.pastDue(change.state(), now);
    } else if (attempt == null || !attempt.present()) {
      mailPayments.failed(change.state());
    }
    if (hasAnotherCard(payment, attempt)) {
      NewStatement statement = payment.statement();
      payments.askAt(statement.accountId(), statement.statementId(), now);
    }
  }

  /**
   * A card that was entered while the try was under way is tried now, and not with the schedule.
   */
  private boolean hasAnotherCard(Payment payment, @Nullable Attempt attempt) {
    return methods
        .find(payment.statement().accountId())
        .filter(method -> attempt == null || !method.card().token().equals(attempt.cardToken()))
        .isPresent();
  }

  /** After this failure; never at once, should the schedule lag behind. */
  private @Nullable Instant next(Payment payment, Instant now) {
    int number = payment.tries() + 2;
    if (number > properties.tries()) {
      return null;
    }
    Instant planned = properties.tryAt(payment.statement().issuedAt(), number);
    Duration least = properties.within().dividedBy(2L * properties.tries());
    Instant earliest = now.plus(least);
    return planned.isBefore(earliest) ? earliest : planned;
  }

  /** Whether the account has another standing now. */
  private boolean store(Locked locked, Change<Payment> change) {
    payments.update(change.state());
    outbox.add(PaymentPublisher.toEvent(change));
    UUID accountId = locked.account.accountId();
    return standings.change(
        locked.account, payments.anyPastDue(accountId) ? Standing.PAST_DUE : Standing.ACTIVE);
  }

  private Locked lock(Payment seen) {
    UUID accountId = seen.statement().accountId();
    BillingAccount account = accounts.lock(accountId).orElseThrow();
    return new Locked(account, payments.lock(accountId, seen.statement().statementId()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private record Locked(BillingAccount account, Payment payment) {}
}
