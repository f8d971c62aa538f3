package dev.switchboard.billing.payment;

import dev.switchboard.billing.method.CardSetups;
import dev.switchboard.billing.method.CardSetups.CardSetup;
import dev.switchboard.billing.provider.ForgedNoticeException;
import dev.switchboard.billing.provider.Outcome;
import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.PaymentProvider.Notice;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * E7: hears what the provider tells on its own. A notice is only a reason to ask: what is stored is
 * what the provider answers, so that one which is late, repeated or out of order does no harm.
 */
@Component
public class HearProvider {
  private final PaymentProvider provider;
  private final CardSetups setups;
  private final TakeCard takeCard;
  private final Payments payments;
  private final TryPayment tryPayment;
  private final SettlePayment settlePayment;
  private final TransactionOperations transaction;

  HearProvider(
      PaymentProvider provider,
      CardSetups setups,
      TakeCard takeCard,
      Payments payments,
      TryPayment tryPayment,
      SettlePayment settlePayment,
      TransactionOperations transaction) {
    this.provider = provider;
    this.setups = setups;
    this.takeCard = takeCard;
    this.payments = payments;
    this.tryPayment = tryPayment;
    this.settlePayment = settlePayment;
    this.transaction = transaction;
  }

  /**
   * Hears one notice.
   *
   * @throws ProblemException {@code payment.notice-forged}
   */
  public void hear(String body, @Nullable String signature) {
    Optional<Notice> notice;
    try {
      notice = provider.read(body, signature);
    } catch (ForgedNoticeException e) {
      throw new ProblemException(PaymentError.NOTICE_FORGED, "It is not signed as agreed.", e);
    }
    notice.ifPresent(each -> {
      switch (each) {
        case Notice.CardEntered entered -> cardEntered(entered.pageId());
        case Notice.PaymentChanged changed -> paymentChanged(changed.payment());
      }
    });
  }

  private void cardEntered(String pageId) {
    Optional<CardSetup> setup = asSystem(() -> setups.find(pageId));
    setup
        .filter(each -> !each.isTaken())
        .ifPresent(each -> Tenancy.as(each.accountId(), () -> takeCard.take(each)));
  }

  /** Only that money was taken: that it was not is heard in the answer to the try. */
  private void paymentChanged(String providerPayment) {
    Optional<Payment> payment = asSystem(() -> payments.find(providerPayment));
    payment
        .filter(each -> each.state() != Payment.State.PAID)
        .filter(each -> provider.look(providerPayment) instanceof Outcome.Taken)
        .ifPresent(each ->
            Tenancy.as(
                each.statement().accountId(),
                () ->
                    settlePayment.taken(each, tryPayment.open(each).orElse(null), Actor.system())));
  }

  private <T> T asSystem(Supplier<T> work) {
    return Tenancy.asSystem(
        () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
  }
}
