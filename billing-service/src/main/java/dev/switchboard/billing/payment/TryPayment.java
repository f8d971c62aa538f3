package dev.switchboard.billing.payment;

import dev.switchboard.billing.method.PaymentMethod;
import dev.switchboard.billing.method.PaymentMethods;
import dev.switchboard.billing.payment.Attempts.Attempt;
import dev.switchboard.billing.provider.Outcome;
import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.ProviderRefusalException;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.time.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tries a payment that the caller has a lease on, while nobody is there. The provider is asked
 * outside any transaction. A try is stored before it is made: who dies with the answer in his hands
 * leaves it to the next, who asks for the very same try again.
 */
@Component
class TryPayment {
  private static final Logger LOG = LoggerFactory.getLogger(TryPayment.class);

  private final PaymentProvider provider;
  private final PaymentMethods methods;
  private final Payments payments;
  private final Attempts attempts;
  private final SettlePayment settlePayment;
  private final PaymentProperties properties;
  private final TransactionOperations transaction;
  private final Clock clock;

  TryPayment(
      PaymentProvider provider,
      PaymentMethods methods,
      Payments payments,
      Attempts attempts,
      SettlePayment settlePayment,
      PaymentProperties properties,
      TransactionOperations transaction,
      Clock clock) {
    this.provider = provider;
    this.methods = methods;
    this.payments = payments;
    this.attempts = attempts;
    this.settlePayment = settlePayment;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Tries it, or finds out what has come of the try that is under way; within the tenant. */
  void run(Payment payment) {
    try {
      Optional<Attempt> open = open(payment);
      if (open.isPresent()) {
        goOn(payment, open.get());
      } else {
        begin(payment);
      }
    } catch (ProviderUnavailableException e) {
      LOG.warn(
          "the payment provider gives no answer about statement {}",
          payment.statement().statementId(),
          e);
      askAgain(payment, properties.askAgainAfter());
    }
  }

  /** The try of this payment that has no outcome yet. */
  Optional<Attempt> open(Payment payment) {
    return inTransaction(
        () -> attempts.open(payment.statement().accountId(), payment.statement().statementId()));
  }

  private void begin(Payment payment) {
    UUID accountId = payment.statement().accountId();
    Optional<PaymentMethod> method = inTransaction(() -> methods.find(accountId));
    if (method.isEmpty()) {
      settlePayment.failed(payment, null, Failure.NO_CARD, Actor.system());
      return;
    }
    String prepared = prepare(payment, method.get());
    Attempt attempt = begin(payment, method.get(), false);
    settle(payment, attempt, provider.charge(prepared, attempt.cardToken(), attempt.attemptId()));
  }

  /** Prepares it at the provider, once. */
  String prepare(Payment payment, PaymentMethod method) {
    String known = payment.providerPayment();
    if (known != null) {
      return known;
    }
    NewStatement statement = payment.statement();
    String prepared =
        provider.prepare(
            statement.statementId(),
            method.customer(),
            payment.amountCents(),
            statement.currency());
    transaction.executeWithoutResult(
        status -> payments.prepared(statement.accountId(), statement.statementId(), prepared));
    return prepared;
  }

  /** Stores that a try begins. */
  Attempt begin(Payment payment, PaymentMethod method, boolean present) {
    Attempt attempt =
        new Attempt(
            Ids.next(),
            payment.statement().statementId(),
            payment.statement().accountId(),
            method.card().token(),
            present,
            clock.instant());
    transaction.executeWithoutResult(status -> attempts.begin(attempt));
    return attempt;
  }

  /** A try was begun and its outcome is not known. */
  private void goOn(Payment payment, Attempt attempt) {
    String prepared = Objects.requireNonNull(payment.providerPayment(), "providerPayment");
    Outcome outcome = provider.look(prepared);
    if (outcome instanceof Outcome.Taken || attempt.present()) {
      settle(payment, attempt, outcome);
    } else {
      // What is seen may be left from an earlier try: this one tells by its own answer.
      chargeAgain(payment, attempt, prepared);
    }
  }

  /** The card may have been forgotten meanwhile, with its account (ADR 28). */
  private void chargeAgain(Payment payment, Attempt attempt, String prepared) {
    Outcome outcome;
    try {
      outcome = provider.charge(prepared, attempt.cardToken(), attempt.attemptId());
    } catch (ProviderRefusalException e) {
      if (inTransaction(() -> methods.find(attempt.accountId())).isPresent()) {
        throw e;
      }
      LOG.info("the card of statement {} is forgotten", attempt.statementId(), e);
      settlePayment.failed(payment, attempt, Failure.NO_CARD, Actor.system());
      return;
    }
    settle(payment, attempt, outcome);
  }

  private void settle(Payment payment, Attempt attempt, Outcome outcome) {
    Actor actor = Actor.system();
    switch (outcome) {
      case Outcome.Taken taken -> settlePayment.taken(payment, attempt, actor);
      case Outcome.Declined declined ->
          settlePayment.failed(payment, attempt, Failure.of(declined.reason()), actor);
      case Outcome.NeedsAction needsAction -> {
        if (attempt.present() && inTime(attempt)) {
          askAgain(payment, properties.askAgainAfter());
        } else {
          settlePayment.failed(payment, attempt, Failure.NEEDS_ACTION, actor);
        }
      }
      case Outcome.Open open -> {
        if (inTime(attempt)) {
          askAgain(payment, properties.askAgainAfter());
        } else {
          settlePayment.failed(payment, attempt, Failure.PROCESSING_ERROR, actor);
        }
      }
    }
  }

  /** Who is at his bank's page, and a provider that is still at it, are given time. */
  private boolean inTime(Attempt attempt) {
    return clock.instant().isBefore(attempt.beganAt().plus(properties.confirmWithin()));
  }

  void askAgain(Payment payment, Duration after) {
    NewStatement statement = payment.statement();
    transaction.executeWithoutResult(status ->
        payments.askAt(
            statement.accountId(), statement.statementId(), clock.instant().plus(after)));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
