package dev.switchboard.numbering.order;

import dev.switchboard.numbering.number.AccountStanding;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.number.ReservedNumbers;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** F1: for a while nobody else can have a number, so that an admin can think about it. */
@Component
public class ReserveNumber {
  private final ReservedNumbers numbers;
  private final AccountStanding standing;
  private final NumberAllowance allowance;
  private final OrderProperties properties;
  private final Clock clock;

  ReserveNumber(
      ReservedNumbers numbers,
      AccountStanding standing,
      NumberAllowance allowance,
      OrderProperties properties,
      Clock clock) {
    this.numbers = numbers;
    this.standing = standing;
    this.allowance = allowance;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Reserves a number; one that the account has reserved already stays as long as it was. Who may
   * not order is told here, before he has chosen anything else (E7).
   *
   * @throws ProblemException {@code number.past-due}, {@code number.taken}, {@code number.in-use},
   *     {@code number.quarantined}, {@code number.limit}
   */
  @Transactional
  public PhoneNumber reserve(Caller caller, E164 number) {
    AccountId accountId = new AccountId(caller.accountId());
    standing.requireActive(accountId);
    ReservedNumbers.Reservation reservation =
        numbers.reserve(accountId, number, clock.instant().plus(properties.reservation()));
    if (reservation.isNew()) {
      allowance.reserve(accountId);
    }
    return reservation.number();
  }
}
