package dev.switchboard.numbering.number;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches the carrier's numbers that no account has (F1, F7). */
@Component
public class FindAvailableNumbers {
  private final Carrier carrier;
  private final TakenNumbers takenNumbers;

  FindAvailableNumbers(Carrier carrier, TakenNumbers takenNumbers) {
    this.carrier = carrier;
    this.takenNumbers = takenNumbers;
  }

  /** The countries in which there are numbers: ISO 3166-1, two letters, in order. */
  public List<String> countries() {
    return carrier.countries().stream().sorted().toList();
  }

  /**
   * One page, in the carrier's order, which stays.
   *
   * @throws ProblemException {@code request.invalid} for a country without numbers, {@code
   *     cursor.invalid}
   */
  public Page<AvailableNumber> find(NumberSearch search, int limit, @Nullable String cursor) {
    if (!carrier.countries().contains(search.country())) {
      throw ProblemException.field(
          CommonError.INVALID, "/country", "There are no numbers in this country.");
    }
    List<AvailableNumber> stock = carrier.search(search);
    List<AvailableNumber> rest = cursor == null ? stock : after(stock, cursor);
    Set<E164> taken = takenNumbers.of(carrier.name(), search);
    List<AvailableNumber> items =
        rest.stream().filter(number -> isFree(number, taken)).limit(limit + 1L).toList();
    long total = stock.stream().filter(number -> isFree(number, taken)).count();
    if (items.size() <= limit) {
      return new Page<>(items, total, null);
    }
    List<AvailableNumber> page = items.subList(0, limit);
    return new Page<>(page, total, new Cursor(List.of(page.getLast().number().value())).encode());
  }

  /** What follows the cursor's number, which may have been taken since. */
  private static List<AvailableNumber> after(List<AvailableNumber> stock, String cursor) {
    String last = Cursor.decode(cursor, 1).keys().getFirst();
    for (int i = 0; i < stock.size(); i++) {
      if (stock.get(i).number().value().equals(last)) {
        return stock.subList(i + 1, stock.size());
      }
    }
    throw new ProblemException(
        CommonError.CURSOR_INVALID, "The cursor does not belong to this search.");
  }

  private static boolean isFree(AvailableNumber number, Set<E164> taken) {
    return !taken.contains(number.number());
  }
}
