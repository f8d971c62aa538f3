package dev.switchboard.billing.payment;

import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one statement is paid (E7). Pure: a transition returns the new state and the fact.
 *
 * @param statement what is paid
 * @param amountCents what is charged: the total less the credit, never below 0
 * @param creditCents of earlier statements, used for this one
 * @param tries that have failed by the schedule
 * @param nextTryAt when it is tried next by itself, or null
 * @param lastFailure why the last try failed, or null
 * @param providerPayment the provider's id of it, once it is prepared there
 * @param version 1, 2, 3 …
 */
public record Payment(
    NewStatement statement,
    long amountCents,
    long creditCents,
    State state,
    int tries,
    @Nullable Instant nextTryAt,
    @Nullable Failure lastFailure,
    @Nullable String providerPayment,
    @Nullable Instant paidAt,
    long version) {

  /** States of a payment. */
  public enum State {
    DUE,
    PAID,
    /** All tries have failed; it can still be paid. */
    PAST_DUE
  }

  /**
   * Opens the payment of a statement.
   *
   * @param credit what earlier statements have left, in cents
   */
  static Change<Payment> open(NewStatement statement, long credit) {
    long used = Math.min(credit, Math.max(0, statement.totalCents()));
    long amount = Math.max(0, statement.totalCents()) - used;
    boolean settled = amount == 0;
    Payment payment =
        new Payment(
            statement,
            amount,
            used,
            settled ? State.PAID : State.DUE,
            0,
            settled ? null : statement.issuedAt(),
            null,
            null,
            settled ? statement.issuedAt() : null,
            1);
    return new Change<>(
        payment,
        new PaymentEvent.Issued(Actor.system(), List.of("state", "totalCents", "dueCents")));
  }

  /** What this statement leaves to those to come, in cents, when there was this credit. */
  long creditLeft(long credit) {
    return credit - creditCents + Math.max(0, -statement.totalCents());
  }

  /** The money has come. */
  Change<Payment> pay(Actor actor, Instant now) {
    requireUnpaid();
    Payment paid =
        new Payment(
            statement,
            amountCents,
            creditCents,
            State.PAID,
            tries,
            null,
            null,
            providerPayment,
            now,
            version + 1);
    return new Change<>(paid, new PaymentEvent.Paid(actor, differences(paid)));
  }

  /**
   * A try by the schedule has failed. After the last one it is past due, and the schedule has
   * ended.
   *
   * @param next when it is tried next; null when this was the last try
   */
  Change<Payment> fail(Failure failure, @Nullable Instant next, Actor actor) {
    if (state != State.DUE) {
      throw new IllegalStateException("statement " + statement.statementId() + " is " + state);
    }
    boolean last = next == null;
    Payment failed =
        new Payment(
            statement,
            amountCents,
            creditCents,
            last ? State.PAST_DUE : State.DUE,
            tries + 1,
            next,
            failure,
            providerPayment,
            null,
            version + 1);
    List<String> changed = differences(failed);
    return new Change<>(
        failed,
        last ? new PaymentEvent.PastDue(actor, changed) : new PaymentEvent.Failed(actor, changed));
  }

  /** A try that somebody asked for has failed: the schedule goes on as if it had not been. */
  Change<Payment> failAside(Failure failure, Actor actor) {
    requireUnpaid();
    Payment failed =
        new Payment(
            statement,
            amountCents,
            creditCents,
            state,
            tries,
            nextTryAt,
            failure,
            providerPayment,
            null,
            version + 1);
    return new Change<>(failed, new PaymentEvent.Failed(actor, differences(failed)));
  }

  private void requireUnpaid() {
    if (state == State.PAID) {
      throw new IllegalStateException("statement " + statement.statementId() + " is paid");
    }
  }

  private List<String> differences(Payment after) {
    List<String> changed = new ArrayList<>();
    if (state != after.state) {
      changed.add("state");
    }
    if (tries != after.tries) {
      changed.add("tries");
    }
    if (!Objects.equals(nextTryAt, after.nextTryAt)) {
      changed.add("nextTryAt");
    }
    if (lastFailure != after.lastFailure) {
      changed.add("failure");
    }
    if (!Objects.equals(paidAt, after.paidAt)) {
      changed.add("paidAt");
    }
    return changed;
  }
}
