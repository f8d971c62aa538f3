package dev.switchboard.numbering.number;

import dev.switchboard.numbering.price.NumberPrices;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * F1: an admin gives an unused number back, or takes it back while it rests. It costs nothing while
 * it rests, and as much as before when it is taken back.
 */
@Component
@EnableConfigurationProperties(NumberProperties.class)
public class ReleaseNumber {
  private final PhoneNumbers numbers;
  private final AccountStanding standing;
  private final NumberPrices prices;
  private final NumberProperties properties;
  private final AuditTrail auditTrail;
  private final Clock clock;

  ReleaseNumber(
      PhoneNumbers numbers,
      AccountStanding standing,
      NumberPrices prices,
      NumberProperties properties,
      AuditTrail auditTrail,
      Clock clock) {
    this.numbers = numbers;
    this.standing = standing;
    this.prices = prices;
    this.properties = properties;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * Gives a number back; nothing happens when it was given back before.
   *
   * @throws ProblemException {@code resource.not-found}; {@code version.mismatch}; {@code
   *     number.in-use}
   */
  @Transactional
  public PhoneNumber release(Caller caller, E164 number, LongPredicate seen) {
    PhoneNumber locked = lock(caller, number);
    if (locked.state() == PhoneNumber.State.QUARANTINED) {
      return locked;
    }
    IfMatch.require(seen, locked.version());
    if (locked.state() != PhoneNumber.State.UNASSIGNED) {
      throw new ProblemException(
          NumberError.IN_USE, "Somebody has this number. Unassign it before you release it.");
    }
    return store(
        caller,
        "number.released",
        locked.giveBack(
            clock.instant().plus(properties.quarantine()).truncatedTo(ChronoUnit.MILLIS),
            caller.actor()));
  }

  /**
   * Takes a number back that rests; nothing happens when the account has it already.
   *
   * @throws ProblemException {@code resource.not-found}; {@code number.not-quarantined} when it is
   *     in use; {@code number.taken} when it has rested long enough to be anybody's; {@code
   *     number.past-due}; {@code number.charge-not-accepted} with the quote
   */
  @Transactional
  public PhoneNumber takeBack(Caller caller, E164 number, boolean acceptCharges) {
    PhoneNumber locked = lock(caller, number);
    if (locked.state() == PhoneNumber.State.UNASSIGNED) {
      return locked;
    }
    if (locked.state() != PhoneNumber.State.QUARANTINED) {
      throw new ProblemException(NumberError.NOT_QUARANTINED, "Your company has this number.");
    }
    Instant until = Objects.requireNonNull(locked.keptUntil(), "end of quarantine");
    if (!until.isAfter(clock.instant())) {
      throw new ProblemException(NumberError.TAKEN, "It has gone back to the carrier.");
    }
    standing.requireActive(locked.accountId());
    if (!acceptCharges) {
      throw new ProblemException(
              NumberError.CHARGE_NOT_ACCEPTED, "Accept the charge to take this number back.")
          .with("quote", prices.today(locked.accountId()).quote());
    }
    return store(caller, "number.taken-back", locked.takeBack(caller.actor()));
  }

  private PhoneNumber lock(Caller caller, E164 number) {
    return numbers
        .lock(new AccountId(caller.accountId()), number)
        .filter(each -> each.state() != PhoneNumber.State.RESERVED)
        .orElseThrow(
            () -> new ProblemException(CommonError.NOT_FOUND, "The account has no such number."));
  }

  private PhoneNumber store(Caller caller, String action, Change<PhoneNumber> change) {
    numbers.update(change);
    auditTrail.record(
        new AuditEntry(
            caller.accountId(),
            caller.actor(),
            action,
            "ACCOUNT",
            caller.accountId().toString(),
            Map.of("number", change.state().number().value())));
    return change.state();
  }
}
