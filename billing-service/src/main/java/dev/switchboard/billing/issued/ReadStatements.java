package dev.switchboard.billing.issued;

import dev.switchboard.billing.payment.Payment;
import dev.switchboard.billing.payment.Payments;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** E6: an account's past statements. */
@Component
public class ReadStatements {
  private final IssuedStatements statements;
  private final Payments payments;

  ReadStatements(IssuedStatements statements, Payments payments) {
    this.statements = statements;
    this.payments = payments;
  }

  /** A statement, and how it is paid. */
  public record View(IssuedStatement statement, Payment payment) {}

  /**
   * One page, the newest first.
   *
   * @throws ProblemException {@code cursor.invalid}
   */
  @Transactional(readOnly = true)
  public Page<View> list(Caller caller, int limit, @Nullable String cursor) {
    int before = cursor == null ? Integer.MAX_VALUE : period(cursor);
    List<IssuedStatement> found = statements.page(caller.accountId(), before, limit + 1);
    long total = statements.count(caller.accountId());
    if (found.size() <= limit) {
      return new Page<>(paid(caller, found), total, null);
    }
    List<IssuedStatement> page = found.subList(0, limit);
    String last = Integer.toString(page.getLast().draft().period().index());
    return new Page<>(paid(caller, page), total, new Cursor(List.of(last)).encode());
  }

  /**
   * One statement.
   *
   * @throws ProblemException {@code resource.not-found}
   */
  @Transactional(readOnly = true)
  public View read(Caller caller, UUID statementId) {
    IssuedStatement found =
        statements
            .find(caller.accountId(), statementId)
            .orElseThrow(() ->
                new ProblemException(CommonError.NOT_FOUND, "Your company has no such statement."));
    return paid(caller, List.of(found)).getFirst();
  }

  private List<View> paid(Caller caller, List<IssuedStatement> found) {
    Map<UUID, Payment> of =
        payments.of(caller.accountId(), found.stream().map(IssuedStatement::statementId).toList());
    return found.stream()
        .map(each -> new View(each, Objects.requireNonNull(of.get(each.statementId()))))
        .toList();
  }

  private static int period(String cursor) {
    try {
      return Integer.parseInt(String.valueOf(Cursor.decode(cursor, 1).keys().getFirst()));
    } catch (NumberFormatException e) {
      throw new ProblemException(
          CommonError.CURSOR_INVALID, "The cursor does not belong to this list.", e);
    }
  }
}
