package dev.switchboard.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.event.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
  private static final Instant ISSUED = Instant.parse("2026-12-02T06:00:00.120Z");
  private static final Instant LATER = ISSUED.plus(Duration.ofDays(5));

  @ParameterizedTest
  @DisplayName(
      "E7 credit of earlier statements is used first; what is left over goes on, no cent is lost")
  @CsvSource({
    // total, credit, due, used, left
    "8496,  0,      8496, 0,    0",
    "8496,  499,    7997, 499,  0",
    "8496,  8496,   0,    8496, 0",
    "8496,  9000,   0,    8496, 504",
    "0,     0,      0,    0,    0",
    "0,     77,     0,    0,    77",
    "-2800, 0,      0,    0,    2800",
    "-2800, 77,     0,    0,    2877"
  })
  void credit(long total, long credit, long due, long used, long left) {
    Change<Payment> change = Payment.open(statement(total), credit);

    assertThat(change.state().amountCents()).isEqualTo(due);
    assertThat(change.state().creditCents()).isEqualTo(used);
    assertThat(change.state().creditLeft(credit)).isEqualTo(left);
    assertThat(change.state().state()).isEqualTo(due == 0 ? Payment.State.PAID : Payment.State.DUE);
    assertThat(change.event()).isInstanceOf(PaymentEvent.Issued.class);
  }

  @Test
  @DisplayName("E7 a try that fails before the last one leaves it due, until the next")
  void fails() {
    Change<Payment> change = due().fail(Failure.CARD_DECLINED, LATER, Actor.system());

    assertThat(change.state().state()).isEqualTo(Payment.State.DUE);
    assertThat(change.state().tries()).isEqualTo(1);
    assertThat(change.state().nextTryAt()).isEqualTo(LATER);
    assertThat(change.event()).isInstanceOf(PaymentEvent.Failed.class);
    assertThat(change.event().changed()).containsExactly("tries", "nextTryAt", "failure");
    assertThat(change.state().version()).isEqualTo(2);
  }

  @Test
  @DisplayName("E7 the last try that fails makes it past due; it can still be paid")
  void pastDue() {
    Change<Payment> change = due().fail(Failure.CARD_EXPIRED, null, Actor.system());

    assertThat(change.state().state()).isEqualTo(Payment.State.PAST_DUE);
    assertThat(change.state().nextTryAt()).isNull();
    assertThat(change.event()).isInstanceOf(PaymentEvent.PastDue.class);

    Payment paid = change.state().pay(Actor.system(), LATER).state();
    assertThat(paid.state()).isEqualTo(Payment.State.PAID);
    assertThat(paid.paidAt()).isEqualTo(LATER);
    assertThat(paid.lastFailure()).isNull();
  }

  @Test
  @DisplayName("E7 a try beside the schedule leaves the schedule as it is")
  void aside() {
    Payment due = due();
    Payment failed = due.failAside(Failure.CARD_DECLINED, Actor.system()).state();

    assertThat(failed.tries()).isZero();
    assertThat(failed.nextTryAt()).isEqualTo(due.nextTryAt());
    assertThat(failed.lastFailure()).isEqualTo(Failure.CARD_DECLINED);
  }

  @Test
  @DisplayName("E7 what is paid is neither paid nor failed again")
  void onlyOnce() {
    Payment paid = due().pay(Actor.system(), LATER).state();

    assertThatThrownBy(() -> paid.pay(Actor.system(), LATER))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> paid.fail(Failure.NO_CARD, LATER, Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("E7 four tries in fourteen days: at once, and evenly until the last day")
  void schedule() {
    PaymentProperties properties = properties(4);

    assertThat(properties.tryAt(ISSUED, 1)).isEqualTo(ISSUED);
    assertThat(properties.tryAt(ISSUED, 2)).isEqualTo(ISSUED.plus(Duration.ofHours(112)));
    assertThat(properties.tryAt(ISSUED, 3)).isEqualTo(ISSUED.plus(Duration.ofHours(224)));
    assertThat(properties.payBy(ISSUED)).isEqualTo(ISSUED.plus(Duration.ofDays(14)));
    assertThat(properties(1).payBy(ISSUED)).isEqualTo(ISSUED);
  }

  private static PaymentProperties properties(int tries) {
    return new PaymentProperties(
        Duration.ofSeconds(1),
        tries,
        Duration.ofDays(14),
        Duration.ofMinutes(2),
        Duration.ofSeconds(30),
        Duration.ofHours(1),
        16);
  }

  private static Payment due() {
    return Payment.open(statement(8496), 0).state();
  }

  private static NewStatement statement(long total) {
    return new NewStatement(
        new UUID(1, 2),
        new UUID(3, 4),
        LocalDate.parse("2026-12-02"),
        LocalDate.parse("2027-01-01"),
        "USD",
        total,
        7997,
        ISSUED);
  }
}
