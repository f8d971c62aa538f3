package dev.switchboard.billing.payment;

import dev.switchboard.billing.method.CardSetups;
import dev.switchboard.billing.method.CardSetups.CardSetup;
import dev.switchboard.billing.method.PaymentMethods;
import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.PaymentProvider.Card;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * E7: takes the card that was entered at the provider's page, once, whether the browser came back
 * or the provider told of it. What is unpaid is tried with it at once.
 */
@Component
public class TakeCard {
  private final PaymentProvider provider;
  private final CardSetups setups;
  private final PaymentMethods methods;
  private final Payments payments;
  private final AuditTrail auditTrail;
  private final TransactionOperations transaction;
  private final Clock clock;

  TakeCard(
      PaymentProvider provider,
      CardSetups setups,
      PaymentMethods methods,
      Payments payments,
      AuditTrail auditTrail,
      TransactionOperations transaction,
      Clock clock) {
    this.provider = provider;
    this.setups = setups;
    this.methods = methods;
    this.payments = payments;
    this.auditTrail = auditTrail;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * The browser is back.
   *
   * @return whether a card was entered
   * @throws ProblemException {@code resource.not-found}
   */
  public boolean back(Caller caller, UUID setupId) {
    CardSetup setup =
        Objects.requireNonNull(
                transaction.execute(status -> setups.find(caller.accountId(), setupId)))
            .orElseThrow(() ->
                new ProblemException(CommonError.NOT_FOUND, "No card was asked for by this id."));
    return setup.isTaken() || take(setup);
  }

  /**
   * Takes the card of this page, if it has one that was not taken before.
   *
   * @return whether a card was entered there
   */
  boolean take(CardSetup setup) {
    Optional<Card> card = provider.enteredCard(setup.pageId());
    card.ifPresent(entered -> transaction.executeWithoutResult(status -> store(setup, entered)));
    return card.isPresent();
  }

  private void store(CardSetup setup, Card card) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    UUID accountId = setup.accountId();
    if (setups.take(accountId, setup.setupId(), now) && methods.replace(accountId, card, now)) {
      payments.askNow(accountId, now);
      auditTrail.record(
          new AuditEntry(
              accountId,
              Actor.user(setup.adminId()),
              "payment-method.changed",
              "ACCOUNT",
              accountId.toString(),
              Map.of("brand", card.brand(), "lastFour", card.lastFour())));
    }
  }
}
