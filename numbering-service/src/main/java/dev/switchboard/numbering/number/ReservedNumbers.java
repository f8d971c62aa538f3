package dev.switchboard.numbering.number;

import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Numbers that an account wants and does not have yet. The primary key makes a number at most one
 * account's, also while it is only reserved (F3); nobody hears of it before the carrier has given
 * it.
 */
@Component
public class ReservedNumbers {
  private final PhoneNumbers numbers;
  private final Carrier carrier;
  private final Clock clock;

  ReservedNumbers(PhoneNumbers numbers, Carrier carrier, Clock clock) {
    this.numbers = numbers;
    this.carrier = carrier;
    this.clock = clock;
  }

  /**
   * Reserves a number until then, unless the account has reserved it already.
   *
   * @return the reservation, locked, and whether it is new
   * @throws ProblemException {@code number.taken}, {@code number.in-use}, {@code
   *     number.quarantined}
   */
  public Reservation reserve(AccountId accountId, E164 number, Instant until) {
    long told = numbers.endReservation(number, clock.instant());
    PhoneNumber reserved = PhoneNumber.reserve(number, accountId, carrier.name(), told, until);
    if (numbers.insert(reserved)) {
      return new Reservation(reserved, true);
    }
    return new Reservation(own(accountId, number), false);
  }

  /** A reservation of an account. */
  public record Reservation(PhoneNumber number, boolean isNew) {}

  private PhoneNumber own(AccountId accountId, E164 number) {
    PhoneNumber own =
        numbers
            .lock(accountId, number)
            .orElseThrow(() ->
                new ProblemException(
                    NumberError.TAKEN, "Somebody was faster. Please choose another number."));
    return switch (own.state()) {
      case RESERVED -> {
        if (own.keptUntil() == null) {
          throw new ProblemException(NumberError.IN_USE, "The number is being ordered already.");
        }
        yield own;
      }
      case QUARANTINED ->
          throw new ProblemException(
              NumberError.QUARANTINED, "Your company has released it. It can be taken back.");
      case AVAILABLE, UNASSIGNED, ASSIGNED ->
          throw new ProblemException(NumberError.IN_USE, "Your company has this number.");
    };
  }

  /** A locked reservation stays until its order is settled. */
  public void keepForOrder(PhoneNumber reserved) {
    numbers.keepForOrder(reserved);
  }

  /** The account's reserved number, locked until the transaction ends. */
  public Optional<PhoneNumber> lock(AccountId accountId, E164 number) {
    return numbers
        .lock(accountId, number)
        .filter(each -> each.state() == PhoneNumber.State.RESERVED);
  }

  /**
   * The carrier has given a locked, reserved number to the account, for its pool.
   *
   * @return the id of the event that tells of it
   */
  public UUID ordered(PhoneNumber reserved, Actor actor) {
    return numbers.update(reserved.order(actor));
  }

  /** The carrier has given a locked, reserved number to the account, for this user. */
  public void orderedFor(PhoneNumber reserved, UserId userId, Actor actor) {
    numbers.update(reserved.orderFor(userId, actor));
  }

  /** The account does not get it; it is anybody's again. */
  public void forget(AccountId accountId, E164 number) {
    numbers.forget(accountId, number);
  }
}
