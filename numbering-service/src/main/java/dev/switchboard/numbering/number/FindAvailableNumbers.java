package dev.switchboard.numbering.number;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Searches the carrier's numbers that no account has. */
@Component
public class FindAvailableNumbers {
  private final Carrier carrier;
  private final PhoneNumbers numbers;
  private final TransactionOperations transaction;

  FindAvailableNumbers(Carrier carrier, PhoneNumbers numbers, TransactionOperations transaction) {
    this.carrier = carrier;
    this.numbers = numbers;
    this.transaction = transaction;
  }

  /** The countries that can be searched. */
  public Set<String> countries() {
    return carrier.countries();
  }

  /**
   * One page.
   *
   * @throws ProblemException {@code cursor.invalid}
   */
  public Page<AvailableNumber> find(NumberSearch search, int limit, @Nullable String cursor) {
    List<AvailableNumber> stock = carrier.search(search);
    Set<String> taken = taken(stock);
    List<AvailableNumber> free =
        stock.stream().filter(number -> !taken.contains(number.number())).toList();
    List<AvailableNumber> rest = cursor == null ? free : after(stock, taken, cursor);
    List<AvailableNumber> items = rest.stream().limit(limit).toList();
    String next =
        rest.size() > limit ? new Cursor(List.of(items.getLast().number())).encode() : null;
    return new Page<>(items, free.size(), next);
  }

  /** What follows the cursor's number, which may have been taken since. */
  private static List<AvailableNumber> after(
      List<AvailableNumber> stock, Set<String> taken, String cursor) {
    String last = Cursor.decode(cursor, 1).keys().getFirst();
    for (int i = 0; i < stock.size(); i++) {
      if (stock.get(i).number().equals(last)) {
        return stock.subList(i + 1, stock.size()).stream()
            .filter(number -> !taken.contains(number.number()))
            .toList();
      }
    }
    throw new ProblemException(
        CommonError.CURSOR_INVALID, "The cursor does not belong to this search.");
  }

  private Set<String> taken(List<AvailableNumber> stock) {
    if (stock.isEmpty()) {
      return Collections.emptySet();
    }
    List<String> candidates = stock.stream().map(AvailableNumber::number).toList();
    return Tenancy.asSystem(() -> transaction.execute(status -> numbers.taken(candidates)));
  }
}
