package dev.switchboard.numbering.number;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.number.wire.AccountV1;
import dev.switchboard.platform.event.IncomingEvent;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A1: gives a new account the main number that it wants. Sign-up has refused numbers that were
 * known to be taken; should the number be gone all the same, the next of its area code takes its
 * place.
 */
@Component
public class AssignMainNumber {
  private static final int AREA_CODE_START = 2;
  private static final int AREA_CODE_END = 5;

  private final PhoneNumbers numbers;
  private final Carrier carrier;

  AssignMainNumber(PhoneNumbers numbers, Carrier carrier) {
    this.numbers = numbers;
    this.carrier = carrier;
  }

  /** An account has signed up. */
  public void on(IncomingEvent<AccountV1> event) {
    AccountV1 account = event.data();
    if (!numbers.hasMainNumber(account.accountId())
        && !assign(account.mainNumber(), account.accountId())) {
      assignAnother(account);
    }
  }

  private void assignAnother(AccountV1 account) {
    boolean assigned =
        Stream.of(areaCode(account.mainNumber()), null)
            .flatMap(this::stock)
            .anyMatch(number -> assign(number, account.accountId()));
    if (!assigned) {
      throw new IllegalStateException("the carrier has no number left for " + account.accountId());
    }
  }

  /** The numbers of an area code in all countries of the carrier; of all area codes for null. */
  private Stream<String> stock(@Nullable String areaCode) {
    return carrier.countries().stream()
        .flatMap(country -> carrier.search(new NumberSearch(country, areaCode, null)).stream())
        .map(AvailableNumber::number);
  }

  private static @Nullable String areaCode(String number) {
    return number.startsWith("+1") && number.length() > AREA_CODE_END
        ? number.substring(AREA_CODE_START, AREA_CODE_END)
        : null;
  }

  private boolean assign(String number, UUID accountId) {
    return carrier.order(number) && numbers.insert(PhoneNumber.assignToCompany(number, accountId));
  }
}
