package dev.switchboard.numbering.order;

import dev.switchboard.numbering.line.UserLines;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.number.ReservedNumbers;
import dev.switchboard.numbering.price.NumberPrices;
import dev.switchboard.numbering.price.UserPlans;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what the carrier has answered to an order: number, line and order in one transaction, the
 * line locked before the number, as everywhere. An order that somebody else has settled meanwhile
 * stays as it is.
 */
@Component
class SettleOrder {
  private final NumberOrders orders;
  private final ReservedNumbers numbers;
  private final UserLines lines;
  private final NumberPrices prices;
  private final UserPlans plans;
  private final OrderProperties properties;
  private final Clock clock;

  SettleOrder(
      NumberOrders orders,
      ReservedNumbers numbers,
      UserLines lines,
      NumberPrices prices,
      UserPlans plans,
      OrderProperties properties,
      Clock clock) {
    this.orders = orders;
    this.numbers = numbers;
    this.lines = lines;
    this.prices = prices;
    this.plans = plans;
    this.properties = properties;
    this.clock = clock;
  }

  /** The carrier has given the number: it is the account's, and the user's if he still is there. */
  @Transactional
  public void given(NumberOrder claimed) {
    UserId user = claimed.assignTo();
    Optional<List<E164>> direct =
        user == null ? Optional.empty() : lines.lockNumbersOf(claimed.accountId(), user);
    NumberOrder order = orders.lock(claimed.accountId(), claimed.orderId());
    if (order.state() != NumberOrder.State.PENDING) {
      return;
    }
    NumberOrder.Reason hindrance = user == null ? null : hindrance(order, user, direct);
    if (hindrance != null) {
      orders.update(order.fail(hindrance, clock.instant()));
      return;
    }
    PhoneNumber number = numbers.lock(order.accountId(), order.number()).orElseThrow();
    orders.update(
        order.fulfil(
            user == null
                ? numbers.ordered(number, order.actor())
                : giveTo(user, number, order.actor())));
  }

  private UUID giveTo(UserId user, PhoneNumber number, Actor actor) {
    numbers.orderedFor(number, user, actor);
    return lines.add(number.accountId(), user, number.number(), actor);
  }

  private NumberOrder.@Nullable Reason hindrance(
      NumberOrder order, UserId user, Optional<List<E164>> direct) {
    if (direct.isEmpty()) {
      return NumberOrder.Reason.USER_GONE;
    }
    int rank = direct.get().size() + 1;
    if (!order.acceptCharges()
        && plans
            .of(user)
            .filter(plan -> prices.today(order.accountId()).includes(plan, rank))
            .isEmpty()) {
      return NumberOrder.Reason.CHARGE_NOT_ACCEPTED;
    }
    try {
      lines.requireNoLoop(order.accountId(), user, order.number());
      return null;
    } catch (ProblemException e) {
      return NumberOrder.Reason.LOOP;
    }
  }

  /** The carrier does not have the number. */
  @Transactional
  public void notAvailable(NumberOrder claimed) {
    NumberOrder order = orders.lock(claimed.accountId(), claimed.orderId());
    if (order.state() == NumberOrder.State.PENDING) {
      numbers.forget(order.accountId(), order.number());
      orders.update(order.fail(NumberOrder.Reason.NOT_AVAILABLE, null));
    }
  }

  /** The carrier did not answer: later again, or never. */
  @Transactional
  public void unanswered(NumberOrder claimed) {
    NumberOrder order = orders.lock(claimed.accountId(), claimed.orderId());
    if (order.state() == NumberOrder.State.PENDING) {
      orders.update(
          order.unanswered(clock.instant(), properties.giveUpAfter(), properties.cleanUpAfter()));
    }
  }

  /** The carrier has the number back, if it ever gave it: it is anybody's again. */
  @Transactional
  public void cleanedUp(NumberOrder claimed) {
    NumberOrder order = orders.lock(claimed.accountId(), claimed.orderId());
    if (order.state() == NumberOrder.State.FAILED && order.nextTryAt() != null) {
      numbers.forget(order.accountId(), order.number());
      orders.update(order.cleanedUp());
    }
  }
}
