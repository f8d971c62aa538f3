package dev.switchboard.billing.payment;

import dev.switchboard.billing.method.ConsolePages;
import dev.switchboard.billing.method.PaymentMethod;
import dev.switchboard.billing.method.PaymentMethods;
import dev.switchboard.billing.payment.Attempts.Attempt;
import dev.switchboard.billing.provider.Outcome;
import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * E7: an admin pays a statement now, and is there to confirm it at his bank's page. Doing it twice
 * pays once: what the provider prepared for a statement can be paid only once.
 */
@Component
public class PayNow {
  private final PaymentProvider provider;
  private final PaymentMethods methods;
  private final ConsolePages pages;
  private final Payments payments;
  private final TryPayment tryPayment;
  private final SettlePayment settlePayment;
  private final AuditTrail auditTrail;
  private final PaymentProperties properties;
  private final TransactionOperations transaction;
  private final Clock clock;

  PayNow(
      PaymentProvider provider,
      PaymentMethods methods,
      ConsolePages pages,
      Payments payments,
      TryPayment tryPayment,
      SettlePayment settlePayment,
      AuditTrail auditTrail,
      PaymentProperties properties,
      TransactionOperations transaction,
      Clock clock) {
    this.provider = provider;
    this.methods = methods;
    this.pages = pages;
    this.payments = payments;
    this.tryPayment = tryPayment;
    this.settlePayment = settlePayment;
    this.auditTrail = auditTrail;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What has come of it.
   *
   * @param page where the admin has to confirm it, or null
   */
  public record Paying(Payment payment, @Nullable URI page) {}

  /**
   * Pays, unless it is paid.
   *
   * @throws ProblemException {@code resource.not-found}; {@code payment.no-card}; {@code
   *     payment.in-progress}; {@code payment.declined} with the reason; {@code
   *     payment.provider-unavailable}: it goes on by itself then
   */
  public Paying pay(Caller caller, UUID statementId) {
    UUID accountId = caller.accountId();
    Payment payment = read(accountId, statementId);
    if (payment.state() == Payment.State.PAID) {
      return new Paying(payment, null);
    }
    PaymentMethod method =
        inTransaction(() -> methods.find(accountId))
            .orElseThrow(() -> new ProblemException(PaymentError.NO_CARD, "Enter a card first."));
    Instant now = clock.instant();
    boolean leased =
        inTransaction(() -> {
          boolean mine = payments.lease(accountId, statementId, now, now.plus(properties.lease()));
          if (mine) {
            auditTrail.record(
                new AuditEntry(
                    accountId,
                    caller.actor(),
                    "statement.payment-asked",
                    "ACCOUNT",
                    accountId.toString(),
                    Map.of("statementFrom", payment.statement().from().toString())));
          }
          return mine;
        });
    if (!leased) {
      throw new ProblemException(PaymentError.IN_PROGRESS, "Look again in a moment.");
    }
    try {
      return pay(caller, payment, method);
    } catch (ProviderUnavailableException e) {
      tryPayment.askAgain(payment, properties.askAgainAfter());
      throw new ProblemException(
              PaymentError.PROVIDER_UNAVAILABLE,
              "Whether the payment went through will be known in a moment. You are not charged twice.",
              e)
          .retryAfter(properties.askAgainAfter());
    }
  }

  private Paying pay(Caller caller, Payment payment, PaymentMethod method) {
    UUID statementId = payment.statement().statementId();
    Optional<Attempt> open = tryPayment.open(payment);
    if (open.isPresent()) {
      URI page = open.get().present() ? confirmationPage(payment) : null;
      if (page != null) {
        tryPayment.askAgain(payment, properties.askAgainAfter());
        return new Paying(payment, page);
      }
      tryPayment.run(payment);
      throw new ProblemException(
          PaymentError.IN_PROGRESS, "An earlier try was under way. Look again in a moment.");
    }
    String prepared = tryPayment.prepare(payment, method);
    Attempt attempt = tryPayment.begin(payment, method, true);
    Outcome outcome =
        provider.chargePresent(
            prepared, attempt.cardToken(), attempt.attemptId(), pages.statement(statementId));
    return switch (outcome) {
      case Outcome.Taken taken -> {
        settlePayment.taken(payment, attempt, caller.actor());
        yield new Paying(read(caller.accountId(), statementId), null);
      }
      case Outcome.Declined declined -> {
        Failure failure = Failure.of(declined.reason());
        settlePayment.failed(payment, attempt, failure, caller.actor());
        throw new ProblemException(PaymentError.DECLINED, "Try again, or enter another card.")
            .with("reason", failure.name());
      }
      case Outcome.NeedsAction needsAction -> {
        tryPayment.askAgain(payment, properties.askAgainAfter());
        yield new Paying(payment, needsAction.page());
      }
      case Outcome.Open still -> {
        tryPayment.askAgain(payment, properties.askAgainAfter());
        yield new Paying(payment, null);
      }
    };
  }

  private @Nullable URI confirmationPage(Payment payment) {
    String prepared = payment.providerPayment();
    return prepared != null && provider.look(prepared) instanceof Outcome.NeedsAction action
        ? action.page()
        : null;
  }

  private Payment read(UUID accountId, UUID statementId) {
    return inTransaction(() -> payments.find(accountId, statementId))
        .orElseThrow(() ->
            new ProblemException(CommonError.NOT_FOUND, "Your company has no such statement."));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
