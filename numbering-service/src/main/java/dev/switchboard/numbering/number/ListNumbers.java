package dev.switchboard.numbering.number;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** F1: all numbers of an account, with what they are used for. */
@Component
public class ListNumbers {
  private final PhoneNumbers numbers;

  ListNumbers(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * One page, the lowest number first.
   *
   * @throws ProblemException {@code cursor.invalid}
   */
  @Transactional(readOnly = true)
  public Page<PhoneNumber> list(
      Caller caller, NumberFilter filter, int limit, @Nullable String cursor) {
    AccountId accountId = new AccountId(caller.accountId());
    String after = cursor == null ? null : Cursor.decode(cursor, 1).keys().getFirst();
    List<PhoneNumber> found = numbers.page(accountId, filter, after, limit + 1);
    long total = numbers.count(accountId, filter);
    if (found.size() <= limit) {
      return new Page<>(found, total, null);
    }
    List<PhoneNumber> page = found.subList(0, limit);
    return new Page<>(page, total, new Cursor(List.of(page.getLast().number().value())).encode());
  }
}
