package dev.switchboard.numbering.order;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** F1: what has become of an account's orders. */
@Component
public class ReadOrders {
  private final NumberOrders orders;

  ReadOrders(NumberOrders orders) {
    this.orders = orders;
  }

  /**
   * One order.
   *
   * @throws ProblemException {@code resource.not-found}
   */
  @Transactional(readOnly = true)
  public NumberOrder read(Caller caller, UUID orderId) {
    return orders
        .find(new AccountId(caller.accountId()), orderId)
        .orElseThrow(
            () -> new ProblemException(CommonError.NOT_FOUND, "The account has no such order."));
  }

  /** The latest orders, the newest first. */
  @Transactional(readOnly = true)
  public List<NumberOrder> latest(Caller caller, int limit) {
    return orders.latest(new AccountId(caller.accountId()), limit);
  }
}
