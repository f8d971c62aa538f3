package dev.switchboard.numbering.number;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.number.wire.AccountV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A1: gives a new account the main number that it wants. Sign-up has refused numbers that were
 * known to be taken; should the number be gone all the same, the next of its area code takes its
 * place, else the next of the United States, else any.
 */
@Component
public class AssignMainNumber {
  private static final String MOST_WANTED_COUNTRY = "US";

  private final PhoneNumbers numbers;
  private final TakenNumbers takenNumbers;
  private final Carrier carrier;
  private final Clock clock;

  AssignMainNumber(PhoneNumbers numbers, TakenNumbers takenNumbers, Carrier carrier, Clock clock) {
    this.numbers = numbers;
    this.takenNumbers = takenNumbers;
    this.carrier = carrier;
    this.clock = clock;
  }

  /**
   * An account has signed up. Twice is no error.
   *
   * @throws IllegalStateException when the carrier has no number left
   */
  public void on(IncomingEvent<AccountV1> event) {
    AccountV1 account = AccountV1.checked(event);
    AccountId accountId = new AccountId(account.accountId());
    E164 wanted = wanted(account);
    if (!numbers.hasMainNumber(accountId)
        && !assign(wanted, accountId)
        && substitutes(wanted).noneMatch(number -> assign(number, accountId))) {
      throw new IllegalStateException("the carrier has no number left for " + accountId);
    }
  }

  private static E164 wanted(AccountV1 account) {
    try {
      return new E164(account.mainNumber());
    } catch (IllegalArgumentException e) {
      throw new BrokenEventException("the wanted main number is " + e.getMessage(), e);
    }
  }

  private Stream<E164> substitutes(E164 wanted) {
    List<String> countries =
        carrier.countries().stream()
            .sorted(Comparator.comparing((String each) -> !each.equals(MOST_WANTED_COUNTRY)))
            .toList();
    Stream<NumberSearch> nearby =
        wanted.isNorthAmerican()
            ? countries.stream().map(each -> NumberSearch.inArea(each, wanted.areaCode()))
            : Stream.empty();
    Stream<NumberSearch> anywhere = countries.stream().map(each -> NumberSearch.in(each));
    return Stream.concat(nearby, anywhere).flatMap(this::free);
  }

  private Stream<E164> free(NumberSearch search) {
    Set<E164> taken = takenNumbers.of(carrier.name(), search);
    return carrier.search(search).stream()
        .map(AvailableNumber::number)
        .filter(number -> !taken.contains(number));
  }

  /** False when the carrier does not have the number or an account has got it. */
  private boolean assign(E164 number, AccountId accountId) {
    if (!carrier.order(number)) {
      return false;
    }
    long told = numbers.endReservation(number, clock.instant());
    return numbers.insert(PhoneNumber.orderForCompany(number, accountId, carrier.name(), told));
  }
}
