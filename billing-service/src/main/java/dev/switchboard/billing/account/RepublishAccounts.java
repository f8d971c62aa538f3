package dev.switchboard.billing.account;

import dev.switchboard.billing.account.wire.SlotsV1;
import dev.switchboard.billing.slot.OpenSlots;
import dev.switchboard.billing.slot.PlanSlotRepository;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells accounts again as they are: standing and open slots (ADR 26). */
@Component
class RepublishAccounts implements Republished {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final BillingAccounts accounts;
  private final PlanSlotRepository slots;

  RepublishAccounts(JdbcClient jdbc, BillingAccounts accounts, PlanSlotRepository slots) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.slots = slots;
  }

  @Override
  public String topic() {
    return BillingAccounts.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return jdbc.sql(
            """
            select account_id::text from billing_account where account_id > ? order by account_id limit ?
            """)
        .params(after == null ? FIRST : UUID.fromString(after), limit)
        .query(String.class)
        .list();
  }

  @Override
  public Optional<OutgoingEvent> lock(String id) {
    return accounts.lock(UUID.fromString(id)).map(this::asItIs);
  }

  private OutgoingEvent asItIs(BillingAccount account) {
    OpenSlots open = new OpenSlots(slots.findAllOpen(account.accountId()));
    return BillingAccounts.toEvent(account, SlotsV1.of(account, open, List.of(), Actor.system()));
  }
}
