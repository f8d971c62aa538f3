package dev.switchboard.numbering.order;

import dev.switchboard.numbering.line.UserLines;
import dev.switchboard.numbering.number.AccountStanding;
import dev.switchboard.numbering.number.NumberError;
import dev.switchboard.numbering.number.ReservedNumbers;
import dev.switchboard.numbering.price.NumberPrices;
import dev.switchboard.numbering.price.UserPlans;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.time.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * F1, B7: an admin orders a number, for the pool or for a user. What is stored here is the wish,
 * which outlives a crash; the carrier is asked as soon as it is committed.
 */
@Component
public class OrderNumber {
  private final ReservedNumbers numbers;
  private final NumberOrders orders;
  private final AccountStanding standing;
  private final NumberAllowance allowance;
  private final UserLines lines;
  private final NumberPrices prices;
  private final UserPlans plans;
  private final PlaceOrders placeOrders;
  private final AuditTrail auditTrail;
  private final Clock clock;

  OrderNumber(
      ReservedNumbers numbers,
      NumberOrders orders,
      AccountStanding standing,
      NumberAllowance allowance,
      UserLines lines,
      NumberPrices prices,
      UserPlans plans,
      PlaceOrders placeOrders,
      AuditTrail auditTrail,
      Clock clock) {
    this.numbers = numbers;
    this.orders = orders;
    this.standing = standing;
    this.allowance = allowance;
    this.lines = lines;
    this.prices = prices;
    this.plans = plans;
    this.placeOrders = placeOrders;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * What is wanted.
   *
   * @param assignTo the user who is to have it, or null for the pool
   * @param acceptCharges whether the admin agreed to what it costs
   */
  public record Command(E164 number, @Nullable UUID assignTo, boolean acceptCharges) {}

  /**
   * Takes the order down.
   *
   * @throws ProblemException {@code number.past-due}; {@code number.user-unknown}; {@code
   *     number.charge-not-accepted} with the quote; {@code number.taken}, {@code number.in-use},
   *     {@code number.quarantined}; {@code number.limit}
   */
  @Transactional
  public NumberOrder order(Caller caller, Command command) {
    AccountId accountId = new AccountId(caller.accountId());
    UserId assignTo = command.assignTo() == null ? null : new UserId(command.assignTo());
    standing.requireActive(accountId);
    requireConsent(accountId, assignTo, command.acceptCharges());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    numbers.keepForOrder(numbers.reserve(accountId, command.number(), now.plusSeconds(1)).number());
    allowance.order(accountId);
    NumberOrder order =
        NumberOrder.place(
            Ids.next(),
            accountId,
            command.number(),
            assignTo,
            command.acceptCharges(),
            caller.userId(),
            now);
    orders.insert(order);
    log(caller, order);
    placeWhenCommitted(order);
    return order;
  }

  private void requireConsent(
      AccountId accountId, @Nullable UserId assignTo, boolean acceptCharges) {
    int numbersOfUser =
        assignTo == null
            ? 0
            : lines
                    .lockNumbersOf(accountId, assignTo)
                    .orElseThrow(() ->
                        ProblemException.field(
                            NumberError.USER_UNKNOWN, "/assignTo", "There is no such user."))
                    .size()
                + orders.pendingFor(accountId, assignTo);
    if (acceptCharges) {
      return;
    }
    NumberPrices.InForce inForce = prices.today(accountId);
    boolean included =
        assignTo != null
            && plans
                .of(assignTo)
                .filter(plan -> inForce.includes(plan, numbersOfUser + 1))
                .isPresent();
    if (!included) {
      throw new ProblemException(
              NumberError.CHARGE_NOT_ACCEPTED, "Accept the charge to order this number.")
          .with("quote", inForce.quote());
    }
  }

  private void log(Caller caller, NumberOrder order) {
    UserId user = order.assignTo();
    auditTrail.record(
        new AuditEntry(
            caller.accountId(),
            caller.actor(),
            "number.ordered",
            user == null ? "ACCOUNT" : "USER",
            user == null ? caller.accountId().toString() : user.toString(),
            Map.of("number", order.number().value())));
  }

  private void placeWhenCommitted(NumberOrder order) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            placeOrders.soon(order.orderId());
          }
        });
  }
}
