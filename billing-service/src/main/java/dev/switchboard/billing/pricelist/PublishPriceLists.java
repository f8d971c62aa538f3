package dev.switchboard.billing.pricelist;

import dev.switchboard.billing.pricelist.wire.PriceListV1;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores and publishes each configured price list once, when it takes effect. Many instances may
 * try at once: the stored row decides. A list whose stored form differs stops the start, because
 * the past is never rewritten (E1).
 */
@Component
class PublishPriceLists {
  static final String TOPIC = "billing.price-lists.v1";

  private final PriceListProperties properties;
  private final PriceLists priceLists;
  private final Outbox outbox;
  private final TransactionOperations transaction;

  PublishPriceLists(
      PriceListProperties properties,
      PriceLists priceLists,
      Outbox outbox,
      TransactionOperations transaction) {
    this.properties = properties;
    this.priceLists = priceLists;
    this.outbox = outbox;
    this.transaction = transaction;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Scheduled(cron = "0 * * * * *", zone = "UTC")
  void publishEffective() {
    properties.priceLists().stream()
        .filter(priceLists::isEffective)
        .forEach(list -> transaction.executeWithoutResult(status -> publish(list)));
  }

  private void publish(PriceList list) {
    if (priceLists.insert(list)) {
      outbox.add(toEvent(list));
    } else if (!list.equals(priceLists.find(list.currency(), list.version()).orElseThrow())) {
      throw new IllegalStateException(
          "price list %s version %d is published already with other prices; add a new version"
              .formatted(list.currency(), list.version()));
    }
  }

  static OutgoingEvent toEvent(PriceList list) {
    return new OutgoingEvent(
        TOPIC, list.currency(), "price-list.published", null, PriceListV1.of(list));
  }
}
