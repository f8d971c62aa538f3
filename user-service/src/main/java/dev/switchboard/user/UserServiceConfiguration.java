package dev.switchboard.user;

import dev.switchboard.platform.inbox.EventHandler;
import dev.switchboard.platform.inbox.Subscription;
import dev.switchboard.platform.inbox.Subscriptions;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.MainNumbers;
import dev.switchboard.user.account.wire.NumberV1;
import dev.switchboard.user.audit.TakeEntry;
import dev.switchboard.user.audit.wire.AuditRequestedV1;
import dev.switchboard.user.directory.Directory;
import dev.switchboard.user.directory.wire.LineV1;
import dev.switchboard.user.directory.wire.MailV1;
import dev.switchboard.user.directory.wire.SeatV1;
import dev.switchboard.user.forwarding.TellOfForwarding;
import dev.switchboard.user.invitation.SettleSeat;
import dev.switchboard.user.plan.OpenSlots;
import dev.switchboard.user.plan.Prices;
import dev.switchboard.user.plan.wire.PriceListV1;
import dev.switchboard.user.plan.wire.SlotsV1;
import dev.switchboard.user.support.SearchTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class UserServiceConfiguration {

  @Bean
  Subscription seats(Subscriptions subscriptions, SettleSeat settleSeat) {
    return subscriptions
        .to("billing.seats.v1")
        .on("seat.occupied", SeatV1.class, settleSeat::occupied)
        .on("seat.changed", SeatV1.class, settleSeat::changed)
        .on("seat.refused", SeatV1.class, settleSeat::refused)
        .on("seat.vacated", SeatV1.class, settleSeat::vacated);
  }

  @Bean
  Subscription billingAccounts(Subscriptions subscriptions, OpenSlots openSlots) {
    return subscriptions
        .to("billing.accounts.v1")
        .on("account.slots-changed", SlotsV1.class, openSlots::on);
  }

  @Bean
  Subscription priceLists(Subscriptions subscriptions, Prices prices) {
    return subscriptions
        .to("billing.price-lists.v1")
        .on("price-list.published", PriceListV1.class, prices::on);
  }

  @Bean
  Subscription lines(
      Subscriptions subscriptions,
      Directory directory,
      SearchTerms searchTerms,
      TellOfForwarding tellOfForwarding) {
    EventHandler<LineV1> handler =
        event -> {
          boolean latest = directory.on(event.data());
          searchTerms.on(event.data());
          if (latest && event.type().equals("line.changed")) {
            tellOfForwarding.on(event);
          }
        };
    return subscriptions
        .to("numbering.lines.v1")
        .on("line.opened", LineV1.class, handler)
        .on("line.changed", LineV1.class, handler)
        .on("line.closed", LineV1.class, handler);
  }

  @Bean
  Subscription numbers(
      Subscriptions subscriptions, MainNumbers mainNumbers, SearchTerms searchTerms) {
    EventHandler<NumberV1> handler =
        event -> {
          if (mainNumbers.on(event)) {
            searchTerms.onMainNumber(new AccountId(event.data().accountId()));
          }
        };
    return subscriptions
        .to("numbering.numbers.v1")
        .on("number.ordered", NumberV1.class, handler)
        .on("number.assigned", NumberV1.class, handler)
        .on("number.changed", NumberV1.class, handler)
        .on("number.released", NumberV1.class, handler);
  }

  @Bean
  Subscription mails(Subscriptions subscriptions, Directory directory) {
    return subscriptions
        .to("notification.mails.v1")
        .on("mail.queued", MailV1.class, event -> directory.on(event.data()))
        .on("mail.sent", MailV1.class, event -> directory.on(event.data()))
        .on("mail.failed", MailV1.class, event -> directory.on(event.data()));
  }

  @Bean
  Subscription auditEntries(Subscriptions subscriptions, TakeEntry takeEntry) {
    return subscriptions
        .to("user.audit.v1")
        .on("audit.requested", AuditRequestedV1.class, takeEntry::on);
  }
}
