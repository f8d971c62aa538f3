package dev.switchboard.numbering.number;

import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * F1: numbers that have rested go back to their carrier, and reservations end. The carrier has a
 * number back before the account is told that it has it no more: who dies in between tells later.
 */
@Component
class ReturnNumbers {
  private static final Logger LOG = LoggerFactory.getLogger(ReturnNumbers.class);
  private static final int STEP = 100;

  /** Nobody can take a number back any more, even where clocks differ a little. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final PhoneNumbers numbers;
  private final Carrier carrier;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReturnNumbers(
      PhoneNumbers numbers, Carrier carrier, TransactionTemplate transaction, Clock clock) {
    this.numbers = numbers;
    this.carrier = carrier;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A step ends with the first number that the carrier does not take: it is tried again later. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void work() {
    Instant now = clock.instant();
    Tenancy.asSystem(
        () -> transaction.executeWithoutResult(status -> numbers.forgetReservations(now)));
    List<PhoneNumber> rested;
    do {
      rested =
          Tenancy.asSystem(() ->
              transaction.<List<PhoneNumber>>execute(
                  status -> numbers.rested(now.minus(GRACE), STEP)));
      for (PhoneNumber each : rested) {
        if (!giveBack(each.number())) {
          return;
        }
        retire(each.accountId(), each.number());
      }
    } while (rested.size() == STEP);
  }

  private boolean giveBack(E164 number) {
    try {
      carrier.giveBack(number);
      return true;
    } catch (TransientDataAccessException e) {
      LOG.warn("carrier {} does not take numbers back now", carrier.name(), e);
      return false;
    }
  }

  private void retire(AccountId accountId, E164 number) {
    Tenancy.as(
        accountId.value(),
        () ->
            transaction.executeWithoutResult(status ->
                numbers
                    .lock(accountId, number)
                    .filter(each -> each.state() == PhoneNumber.State.QUARANTINED)
                    .ifPresent(each -> numbers.delete(each.retire()))));
  }
}
