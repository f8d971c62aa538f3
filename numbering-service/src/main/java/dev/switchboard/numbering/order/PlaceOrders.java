package dev.switchboard.numbering.order;

import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.carrier.CarrierUnavailableException;
import dev.switchboard.platform.tenancy.Tenancy;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the carrier for what was ordered, outside any transaction, and stores its answer in one. An
 * order belongs to one caller for as long as his lease; who dies with the answer in his hands
 * leaves it to the next, and ordering again is no second order. What no answer comes to is given up
 * after a while, and the number is given back later in case the carrier had got the order all the
 * same; until then nobody else can have it.
 */
@Component
class PlaceOrders {
  private static final Logger LOG = LoggerFactory.getLogger(PlaceOrders.class);
  private static final int STEP = 100;

  private final NumberOrders orders;
  private final SettleOrder settleOrder;
  private final Carrier carrier;
  private final OrderProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PlaceOrders(
      NumberOrders orders,
      SettleOrder settleOrder,
      Carrier carrier,
      OrderProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.orders = orders;
    this.settleOrder = settleOrder;
    this.carrier = carrier;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Does one order now, beside the caller; should that fail, it is done when it is due again. */
  void soon(UUID orderId) {
    threads.execute(() -> {
      try {
        place(orderId);
      } catch (RuntimeException e) {
        LOG.warn("order {} is tried again later", orderId, e);
      }
    });
  }

  /** Does all orders that are due. */
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
  void placeDue() {
    List<UUID> due;
    do {
      Instant now = clock.instant();
      due =
          Tenancy.asSystem(() -> transaction.<List<UUID>>execute(status -> orders.due(now, STEP)));
      due.forEach(this::place);
    } while (due.size() == STEP);
  }

  private void place(UUID orderId) {
    Instant now = clock.instant();
    Optional<NumberOrder> claimed =
        Tenancy.asSystem(() ->
            transaction.<Optional<NumberOrder>>execute(
                status -> orders.claim(orderId, now, now.plus(properties.lease()))));
    claimed.ifPresent(order ->
        Tenancy.as(
            order.accountId().value(),
            () -> {
              switch (order.state()) {
                case PENDING -> order(order);
                case FAILED -> cleanUp(order);
                case ACTIVE ->
                    throw new IllegalStateException("an order that is fulfilled is never due");
              }
            }));
  }

  private void order(NumberOrder order) {
    boolean given;
    try {
      given = carrier.order(order.number());
    } catch (CarrierUnavailableException e) {
      LOG.warn("carrier {} does not answer for order {}", carrier.name(), order.orderId(), e);
      settleOrder.unanswered(order);
      return;
    }
    if (given) {
      settleOrder.given(order);
    } else {
      settleOrder.notAvailable(order);
    }
  }

  /** Whoever can't be reached is asked again when the lease has ended. */
  private void cleanUp(NumberOrder order) {
    try {
      carrier.giveBack(order.number());
    } catch (TransientDataAccessException e) {
      LOG.warn("carrier {} does not take {} back yet", carrier.name(), order.orderId(), e);
      return;
    }
    settleOrder.cleanedUp(order);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
